// Cards to take: a tap takes one or puts it back, up to so many; where their order is the answer, they
// are put in order as well.

import { CARD_WORDS } from "./cardwords.js";
import { el, fill } from "./dom.js";
import { Ordering } from "./ordering.js";

export function cardsField(question, binding) {
  const taking = new Taking(question, binding);
  return { node: taking.node, refresh: () => taking.refresh() };
}

class Taking {
  constructor(question, binding) {
    Object.assign(this, { question, binding, chips: new Map(), nudge: "" });
    this.count = el("p", { class: "q-help", role: "status" });
    this.tray = el("div", { class: "q-card-chips q-taking" });
    this.all = el("button", { type: "button", class: "q-clear", onclick: () => this.take(this.ids) }, "");
    this.ordering = question.ordered ? new Ordering((ids) => this.take(ids)) : null;
    this.ask = el("p", { class: "q-to-take" });
    this.node = el("fieldset", { class: "q-field q-cards" }, el("legend", { class: "q-label" }, question.ask), question.help ? el("p", { class: "q-step-help" }, question.help) : null,
      this.ordering?.node, question.ordered ? this.ask : null, el("div", { class: "q-deal-line" }, this.count, question.ordered ? null : this.all), this.tray);
  }

  get rows() {
    return this.binding.store.state.about?.[this.question.name] ?? [];
  }

  get ids() {
    return this.rows.map((row) => row.id);
  }

  // What was taken once and is among the cards no more counts as put back.
  get taken() {
    const there = new Set(this.ids);
    return (this.binding.get() ?? []).filter((id) => there.has(id));
  }

  take(ids) {
    this.nudge = "";
    this.binding.set(ids.length ? ids : null);
    this.refresh();
  }

  toggle({ id, name }) {
    const { taken, question } = this;
    if (taken.includes(id)) this.take(taken.filter((one) => one !== id));
    else if (taken.length < question.at_most) this.take(question.ordered ? [...taken, id] : this.ids.filter((one) => one === id || taken.includes(one)));
    else {
      this.nudge = CARD_WORDS.noRoom(name, question.at_most);
      this.refresh();
    }
  }

  refresh() {
    const { rows, taken, question } = this;
    const most = Math.min(question.at_most, rows.length);
    this.ordering?.show(taken.map((id) => rows.find((row) => row.id === id)));
    const offered = question.ordered ? rows.filter((row) => !taken.includes(row.id)) : rows;
    this.keepFocus(() => fill(this.tray, offered.map((row) => this.chip(row, taken.includes(row.id)))));
    this.tray.classList.toggle("q-full", taken.length >= question.at_most);
    this.ask.hidden = offered.length === 0;
    this.ask.textContent = taken.length ? CARD_WORDS.toTakeMore : CARD_WORDS.toTake;
    this.count.textContent = rows.length ? this.nudge || CARD_WORDS.taken(taken.length, most, rows.length) : CARD_WORDS.noCards;
    this.count.classList.toggle("q-nudge", Boolean(this.nudge));
    this.all.hidden = rows.length < 2 || rows.length > question.at_most || taken.length === rows.length;
    this.all.textContent = CARD_WORDS.takeAll(rows.length);
  }

  chip(row, isTaken) {
    const chip = this.chips.get(row.id) ?? el("button", { type: "button", class: "q-chip", dir: "auto", "data-card": row.id, onclick: () => this.toggle(row) });
    this.chips.set(row.id, chip);
    if (chip.textContent !== row.name) chip.textContent = row.name;
    if (!this.question.ordered) chip.setAttribute("aria-pressed", String(isTaken));
    return chip;
  }

  // A card that is taken into the order leaves the tray: the next one gets the focus, else the order.
  keepFocus(change) {
    const place = [...this.tray.children].indexOf(document.activeElement);
    change();
    if (place < 0 || this.tray.contains(document.activeElement)) return;
    const next = this.tray.children[Math.min(place, this.tray.children.length - 1)];
    if (next) next.focus();
    else this.ordering?.focus();
  }
}

// A deck, sorted card by card: a key, a tap or a swipe each. The next card is here already; the
// kernel hears of the last one a moment later.

import { CARD_WORDS } from "./cardwords.js";
import { dealt } from "./dealing.js";
import { el, fill, more } from "./dom.js";
import { deliberately, onKeys } from "./presses.js";
import { fly, swipeable } from "./swipe.js";

export function pilesField(question, binding) {
  const sorting = new Sorting(question, binding);
  return { node: sorting.node, refresh: () => sorting.refresh(), isAnswered: () => sorting.deal.length > 0 && !sorting.current };
}

class Sorting {
  constructor(question, binding) {
    Object.assign(this, { question, store: binding.store, deal: [], sequence: [], history: [], again: null });
    this.name = el("p", { class: "q-card-name", dir: "auto" });
    this.help = el("p", { class: "q-card-ask", dir: "auto" });
    this.card = el("div", { class: "q-dealt" }, this.name, this.help);
    this.count = el("p", { class: "q-card-count" });
    this.undo = el("button", { type: "button", class: "q-clear", onclick: () => this.takeBack() }, CARD_WORDS.takeBack);
    this.piles = question.piles.map((pile, i) => this.pileButton(pile, i + 1));
    const hand = matchMedia("(pointer: coarse)").matches ? CARD_WORDS.pileTouch : CARD_WORDS.pileKeys(question.piles.length);
    this.over = el("p", { class: "q-step-help", tabindex: -1 });
    this.hint = el("p", { class: "q-help" }, `${question.help} ${hand}`.trim());
    this.lists = el("div", { class: "q-pile-lists" });
    this.lying = more(CARD_WORDS.whatLiesWhere, this.lists);
    this.lying.addEventListener("toggle", () => this.list());
    this.said = el("p", { class: "q-sr", role: "status" });
    this.table = el("div", { class: "q-table-top" }, el("div", { class: "q-deck" }, this.card), el("div", { class: "q-piles-row", "data-count": this.piles.length }, this.piles));
    this.node = el("fieldset", { class: "q-field q-piles" }, el("legend", { class: "q-label" }, question.ask),
      el("div", { class: "q-deal-line" }, this.count, this.undo), this.over, this.table, this.hint, this.lying, this.said);
    swipeable(this.card, { aim: (...at) => this.aim(...at), show: (pile) => this.mark(pile), drop: (pile) => this.put(pile) });
    onKeys(this.node, (key) => this.press(key));
  }

  pileButton(pile, number) {
    return el("button", { type: "button", class: "q-big q-pile", "data-pile": pile.id, onclick: deliberately(() => this.put(number - 1)) },
      el("span", { class: "q-key", "aria-hidden": "true" }, String(number)), el("span", {}, pile.label), el("small", { class: "q-pile-count", "aria-hidden": "true" }));
  }

  get lies() {
    return this.store.get([this.question.name]) ?? {};
  }

  get current() {
    return this.deal.find((card) => card.id === this.again) ?? this.deal.find((card) => this.lies[card.id] === undefined);
  }

  // ---- putting a card somewhere ----------------------------------------------------------

  put(index) {
    const card = this.current;
    const pile = this.question.piles[index];
    if (!card || !pile) return;
    fly(this.card, this.piles[index]);
    this.history.push({ id: card.id, before: this.lies[card.id] ?? null });
    this.again = null;
    const before = document.activeElement;
    this.store.setAll([[[this.question.order], this.deal.map((one) => one.id)], [[this.question.name, card.id], pile.id]]);
    this.announce();
    if (!this.current && this.node.contains(before)) this.over.focus();
  }

  takeBack() {
    const last = this.history.pop() ?? this.lastSorted();
    if (!last) return;
    this.again = last.id;
    this.store.set([this.question.name, last.id], last.before);
    this.refresh();
    this.announce(CARD_WORDS.cardBack(this.current.label));
    if (this.undo.classList.contains("q-away")) this.piles[0].focus();
  }

  // After a reload nobody knows what came last but the order of dealing.
  lastSorted() {
    const last = this.deal.findLast((card) => this.lies[card.id] !== undefined);
    return last && { id: last.id, before: null };
  }

  press(key) {
    if (key === "Backspace") this.takeBack();
    else if (/^[1-9]$/.test(key)) this.put(Number(key) - 1);
    return key === "Backspace" || /^[1-9]$/.test(key);
  }

  lookAgain(id) {
    this.again = id;
    this.refresh();
    this.announce();
    this.piles.find((pile) => pile.dataset.pile === String(this.lies[id])).focus();
    this.node.scrollIntoView({ block: "nearest" });
  }

  // The pile under the pointer; else the first or the last, for a swipe to their side.
  aim(x, y, sideways) {
    const under = this.piles.findIndex((pile) => isWithin(pile.getBoundingClientRect(), x, y));
    if (under >= 0) return under;
    return sideways ? (sideways < 0 ? 0 : this.piles.length - 1) : null;
  }

  mark(index) {
    this.piles.forEach((pile, i) => pile.classList.toggle("q-aimed", i === index));
  }

  // ---- painting --------------------------------------------------------------------------

  refresh() {
    this.dealAnew();
    const { current, deal } = this;
    const isOver = deal.length > 0 && !current;
    this.table.hidden = this.hint.hidden = !current;
    this.over.hidden = Boolean(current);
    if (!current) this.over.textContent = deal.length ? `${CARD_WORDS.allSorted} ${CARD_WORDS.allSortedHelp}` : CARD_WORDS.noOwnCards;
    if (current) this.paint(current);
    this.count.textContent = deal.length ? this.counted() : "";
    this.undo.classList.toggle("q-away", !this.history.length && !this.lastSorted());
    this.lying.hidden = deal.length === 0;
    if (isOver && !this.wasOver) this.lying.open = true;
    if (!isOver && this.wasOver) this.lying.open = false;
    this.wasOver = isOver;
    this.list();
  }

  dealAnew() {
    const { question, store } = this;
    if (this.round !== store.state.round) Object.assign(this, { round: store.state.round, sequence: [], history: [], again: null });
    const stored = [...new Set([...(store.get([question.order]) ?? []), ...this.sequence])];
    this.deal = dealt(question, { size: store.get([question.size]) ?? "short", own: store.rows(question.own), stored, lying: this.lies });
    this.sequence = this.deal.map((card) => card.id);
  }

  paint(card) {
    const { lies, deal } = this;
    this.name.textContent = card.label;
    this.help.textContent = card.help;
    this.card.dataset.card = card.id;
    this.card.classList.toggle("q-last-card", deal.filter((one) => lies[one.id] === undefined).length < 2);
    this.piles.forEach((button, i) => {
      const pile = this.question.piles[i];
      const there = deal.filter((one) => lies[one.id] === pile.id).length;
      button.querySelector(".q-pile-count").textContent = there || "";
      button.setAttribute("aria-label", CARD_WORDS.pileName(pile.label, there));
      button.setAttribute("aria-pressed", String(lies[card.id] === pile.id));
    });
  }

  counted() {
    if (!this.current) return CARD_WORDS.dealtCount(this.deal.length, this.deal.length);
    const sorted = this.deal.filter((card) => this.lies[card.id] !== undefined).length;
    return this.lies[this.current.id] !== undefined ? CARD_WORDS.onceMore : CARD_WORDS.dealtCount(sorted + 1, this.deal.length);
  }

  announce(first = "") {
    const { current } = this;
    this.said.textContent = `${first} ${current ? CARD_WORDS.cardIs(current.label, current.help, this.counted()) : CARD_WORDS.allSorted}`;
  }

  list() {
    if (!this.lying.open || this.lying.hidden) return;
    const says = JSON.stringify([this.deal, this.lies]);
    if (says === this.listed) return;
    this.listed = says;
    fill(this.lists, this.question.piles.map((pile) => this.pileList(pile)));
  }

  pileList(pile) {
    const cards = this.deal.filter((card) => this.lies[card.id] === pile.id);
    const chips = cards.map((card) => el("button", { type: "button", class: "q-chip", dir: "auto", "aria-label": CARD_WORDS.lookAgain(card.label), onclick: () => this.lookAgain(card.id) }, card.label));
    return el("section", { class: "q-pile-list" }, el("h3", {}, `${pile.label} · ${cards.length}`), chips.length ? el("div", { class: "q-card-chips" }, chips) : el("p", { class: "q-help" }, CARD_WORDS.nothingThere));
  }
}

function isWithin({ left, right, top, bottom }, x, y) {
  return left <= x && x <= right && top <= y && y <= bottom;
}

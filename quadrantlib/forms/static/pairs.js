// Two at a time: which of them stays? The answers put the cards in order; whoever has had enough goes on.

import { CARD_WORDS } from "./cardwords.js";
import { el, fill } from "./dom.js";
import { deliberately, onKeys } from "./presses.js";
import { againPairs, isPairAnswered, mostPairs, nextPair, replay } from "./sorting.js";

export function pairsView(store, question, step) {
  const pairs = new Pairs(store, question, step);
  // It is for those who want it: nobody is brought back to it.
  return { node: pairs.node, refresh: () => pairs.refresh(), isAnswered: () => true };
}

class Pairs {
  constructor(store, question, step) {
    Object.assign(this, { store, question, history: [] });
    this.count = el("p", { class: "q-card-count" });
    this.undo = el("button", { type: "button", class: "q-clear", onclick: () => this.takeBack() }, CARD_WORDS.takeBack);
    this.sides = [0, 1].map((side) => this.side(side));
    this.duel = el("div", { class: "q-duel", role: "group", "aria-label": step.title }, this.sides[0], el("span", { class: "q-or", "aria-hidden": "true" }, CARD_WORDS.or), this.sides[1]);
    this.hint = el("p", { class: "q-help" }, matchMedia("(pointer: coarse)").matches ? CARD_WORDS.pairTouch : CARD_WORDS.pairKeys);
    this.over = el("div", { class: "q-pairs-over", tabindex: -1 });
    this.said = el("p", { class: "q-sr", role: "status" });
    this.node = el("div", { class: "q-pairs" }, el("div", { class: "q-deal-line" }, this.count, this.undo), this.duel, this.over, this.hint, this.said);
    onKeys(this.node, (key) => this.press(key));
  }

  side(side) {
    return el("button", { type: "button", class: "q-big q-side", onclick: deliberately(() => this.answer(side)) },
      el("span", { class: "q-key", "aria-hidden": "true" }, String(side + 1)), el("span", { class: "q-side-name", dir: "auto" }));
  }

  // What is compared is what the pairs wait for; the question that takes from it brings the names.
  get taker() {
    return this.store.state.questions.find((one) => one.kind === "cards" && one.source === this.question.when);
  }

  get cards() {
    return this.store.state.about?.[this.taker?.name] ?? [];
  }

  get ids() {
    return this.cards.map((card) => card.id);
  }

  get rows() {
    return this.store.rows(this.question.name);
  }

  called(id) {
    return this.cards.find((card) => card.id === id)?.name ?? "";
  }

  // ---- answering ---------------------------------------------------------------------------

  answer(side) {
    const pair = nextPair(this.ids, this.rows);
    if (!pair) return;
    const [a, b] = pair;
    const id = `${a}:${b}`;
    this.history.push(id);
    const held = this.node.contains(document.activeElement);
    this.store.set([this.question.name, id], { id, a, b, winner: pair[side] }, { now: true });
    this.refresh();
    this.announce();
    if (held && this.duel.hidden) this.over.focus();
  }

  // After a reload nobody knows what came last but the sort itself.
  takeBack() {
    const { asked } = replay(this.ids, this.rows);
    const twice = againPairs(asked).filter((pair) => isPairAnswered(this.rows, pair));
    const last = this.history.pop() ?? (twice.at(-1) ?? asked.at(-1))?.join(":");
    if (!last) return;
    this.store.set([this.question.name, last], null, { now: true });
    this.refresh();
    this.announce();
    if (this.undo.classList.contains("q-away")) this.sides[0].focus();
  }

  press(key) {
    const side = { 1: 0, 2: 1, ArrowLeft: 0, ArrowRight: 1 }[key];
    if (key === "Backspace") this.takeBack();
    else if (side !== undefined) this.answer(side);
    return key === "Backspace" || side !== undefined;
  }

  // ---- painting ----------------------------------------------------------------------------

  refresh() {
    const { asked, next, order } = replay(this.ids, this.rows);
    const pair = nextPair(this.ids, this.rows);
    this.duel.hidden = this.hint.hidden = !pair;
    this.count.textContent = pair ? this.counted(asked, next) : order.length > 1 ? CARD_WORDS.pairsDone : "";
    pair?.forEach((id, side) => { this.sides[side].lastChild.textContent = this.called(id); });
    this.undo.classList.toggle("q-away", asked.length === 0);
    this.showOrder(pair ? null : order);
  }

  counted(asked, next) {
    const again = againPairs(asked);
    if (next) return CARD_WORDS.pairCount(asked.length + 1, mostPairs(this.ids.length));
    return CARD_WORDS.againCount(again.filter((pair) => isPairAnswered(this.rows, pair)).length + 1, again.length);
  }

  showOrder(order) {
    if (!order) return fill(this.over);
    if (order.length < 2) return fill(this.over, el("p", { class: "q-help" }, CARD_WORDS.pairsTooFew));
    fill(this.over, el("p", { class: "q-step-help" }, CARD_WORDS.pairsOrder),
      el("ol", { class: "q-order q-order-said" }, order.map((id, at) => el("li", { class: "q-order-row" }, el("span", { class: "q-grip", "aria-hidden": "true" }, String(at + 1)), el("span", { class: "q-order-name", dir: "auto" }, this.called(id))))),
      this.takeButton(order));
  }

  takeButton(order) {
    const { taker, store } = this;
    const first = order.slice(0, taker.at_most);
    if (!taker.ordered || String(store.get([taker.name])) === String(first)) return null;
    return el("button", { type: "button", class: "q-button q-quiet", onclick: () => { store.set([taker.name], first, { now: true }); this.over.focus(); } }, CARD_WORDS.takeOrder(first.length));
  }

  announce() {
    const pair = nextPair(this.ids, this.rows);
    this.said.textContent = pair ? `${CARD_WORDS.pairAsk(...pair.map((id) => this.called(id)))} ${this.count.textContent}.` : CARD_WORDS.pairsDone;
  }
}

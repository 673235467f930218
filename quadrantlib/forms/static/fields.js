// A control for each kind of question, over native elements.
//
// Every field is built by FIELDS[kind](question, binding) and gives back {node, refresh}. A binding
// is {get, set, label?, sibling?, setSibling?}: where the answer is kept, and the answers beside it,
// is no business of a field.

import { amountField } from "./amount.js";
import { beadsField } from "./beads.js";
import { broughtField } from "./brought.js";
import { cardsField } from "./cards.js";
import { choiceField } from "./choice.js";
import { curveField } from "./curve.js";
import { dayField } from "./day.js";
import { el, more } from "./dom.js";
import { manyField } from "./many.js";
import { moneyField } from "./moneyfield.js";
import { pilesField } from "./piles.js";
import { scaleField } from "./scale.js";
import { handingField } from "./sharecard.js";
import { WORDS } from "./words.js";
import { wordsField } from "./writing.js";

export const FIELDS = {
  amount: amountField,
  beads: beadsField,
  brought: broughtField,
  cards: cardsField,
  choice: choiceField,
  curve: curveField,
  day: dayField,
  group: groupField,
  handing: handingField,
  many: manyField,
  money: moneyField,
  piles: pilesField,
  scale: scaleField,
  words: wordsField,
};

export function field(question, binding) {
  const made = FIELDS[question.kind](question, binding);
  made.node.dataset.qField = question.name;
  made.refresh();
  return made;
}

// ---- group -------------------------------------------------------------------------------

function groupField(question, binding) {
  const parts = question.parts.map((part) => ({ part, made: field(part, {
    ...besideParts(question, binding),
    get: () => binding.get()?.[part.name],
    suggestions: binding.suggestions,
    set: (value) => binding.setPart(part.name, value),
  }) }));
  const inside = (wanted) => parts.filter(({ part }) => part.more === wanted).map(({ made }) => made.node);
  const behind = inside(true);
  const node = el("fieldset", { class: "q-field q-group" }, el("legend", { class: "q-label" }, question.ask),
    question.help ? el("p", { class: "q-help" }, question.help) : null, inside(false), behind.length ? more(WORDS.moreOfThis, behind) : null);
  return { node, refresh: () => parts.forEach(({ made }) => made.refresh()) };
}

function besideParts(question, binding) {
  const isPart = (name) => question.parts.some((part) => part.name === name);
  return {
    store: binding.store,
    sibling: (name) => (isPart(name) ? binding.get()?.[name] : binding.sibling?.(name)),
    setSibling: (name, value) => (isPart(name) ? binding.setPart(name, value) : binding.setSibling?.(name, value)),
  };
}

// A control for each kind of question, over native elements.
//
// Every field is built by FIELDS[kind](question, binding) and gives back {node, refresh}. A binding
// is {get, set, label?, sibling?, setSibling?}: where the answer is kept, and the answers beside it,
// is no business of a field.

import { amountField } from "./amount.js";
import { choiceField } from "./choice.js";
import { el, more, newDomId } from "./dom.js";
import { describedBy, frame } from "./frame.js";
import { localDay, shownDay } from "./numbers.js";
import { scaleField } from "./scale.js";
import { WORDS } from "./words.js";
import { wordsField } from "./writing.js";

export const FIELDS = {
  amount: amountField,
  choice: choiceField,
  day: dayField,
  group: groupField,
  scale: scaleField,
  words: wordsField,
};

export function field(question, binding) {
  const made = FIELDS[question.kind](question, binding);
  made.node.dataset.qField = question.name;
  made.refresh();
  return made;
}

// ---- day ---------------------------------------------------------------------------------

function dayField(question, binding) {
  const id = newDomId("day");
  const input = el("input", { id, type: "date", class: "q-input q-day", "aria-describedby": describedBy(question, id), onchange: () => { binding.set(input.value || null); refresh(); } });
  const days = weekendDays(new Date()).map((day) => el("button", { type: "button", class: "q-size", "data-day": day, onclick: () => { binding.set(day); refresh(); } }, shownDay(day)));
  const refresh = () => {
    if (document.activeElement !== input) input.value = binding.get() ?? "";
    for (const button of days) button.setAttribute("aria-pressed", String(button.dataset.day === binding.get()));
  };
  return { node: frame(question, id, el("div", { class: "q-amount" }, days, input)), refresh };
}

export function weekendDays(today) {
  const toSaturday = today.getDay() === 0 ? 0 : 6 - today.getDay();
  const offsets = today.getDay() === 0 ? [0, 6] : [toSaturday, toSaturday + 1];
  return offsets.map((days) => localDay(new Date(today.getFullYear(), today.getMonth(), today.getDate() + days)));
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

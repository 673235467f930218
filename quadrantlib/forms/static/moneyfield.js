// An amount of money: typed as people type it, shown back as they write it, and asked about where
// it could mean two things.

import { el, fill, newDomId } from "./dom.js";
import { FIELD_WORDS } from "./fieldwords.js";
import { describedBy, frame, showError } from "./frame.js";
import { keyOf } from "./keys.js";
import { readMoney, shownMoney } from "./money.js";
import { inWords } from "./numberwords.js";

const PAUSE_MS = 500;
const habit = { decimal: null }; // the mark that an unambiguous amount on this page gave away

export function moneyField(question, binding) {
  const id = newDomId("money");
  const error = el("p", { class: "q-error", role: "alert", hidden: true });
  const asked = el("div", { class: "q-asked", role: "group", hidden: true });
  const unit = el("span", { class: "q-unit", id: `${id}-unit` });
  const input = el("input", {
    id, type: "text", class: "q-input q-money", autocomplete: "off", inputmode: question.least < 0 ? null : "decimal",
    "aria-describedby": [`${id}-unit`, describedBy(question, id)].filter(Boolean).join(" "), "aria-label": binding.label ?? null,
    onkeydown: (event) => {
      if (!["Enter", "Tab"].includes(keyOf(event))) return;
      accept(); // before Tab moves on: what is asked back is the next thing it reaches
      if (keyOf(event) === "Enter") { event.preventDefault(); refresh(true); }
    },
    onblur: () => refresh(),
  });
  let accepted = null;
  const accept = () => {
    if (input.value === accepted) return;
    accepted = input.value;
    const found = readMoney(input.value, navigator.language, habit.decimal);
    habit.decimal = found?.decimal ?? habit.decimal;
    asked.hidden = true;
    showError(error, input, wrongWith(found, question));
    const back = error.hidden ? askedBack(found, input.value.trim(), currencyOf(question, binding), settle) : null;
    if (back) ask(back);
    if (error.hidden) binding.set(back || found === null ? null : found.value); // what is asked back is no answer yet
  };
  const ask = ({ words, buttons }) => {
    asked.setAttribute("aria-label", words);
    fill(asked, el("p", { role: "status" }, words), el("div", { class: "q-ways" }, buttons));
    asked.hidden = false;
  };
  const settle = (value) => { accepted = null; asked.hidden = true; binding.set(value); refresh(true); input.focus(); };
  const refresh = (force = false) => {
    const value = binding.get() ?? null;
    unit.textContent = binding.sibling?.(question.currency) ?? "";
    const isFree = force || document.activeElement !== input;
    if (!isFree || !asked.hidden || !error.hidden) return;
    input.value = value === null ? "" : shownHere(value);
    accepted = null;
  };
  pausing(input, accept);
  const line = el("span", { class: "q-typed" }, input, unit);
  return { node: binding.label ? el("div", { class: "q-field" }, line, error, asked) : frame(question, id, line, error, asked), refresh, input };
}

function shownHere(value) {
  return shownMoney(value, navigator.language, habit.decimal).replace(/[\u00a0\u202f]/g, " ");
}

function wrongWith(found, question) {
  const values = found === null ? [] : found.either ?? [found.value];
  if (found?.wrong) return FIELD_WORDS.notMoney;
  return values.some((value) => value >= question.least && value <= question.most) || !values.length ? "" : FIELD_WORDS.outsideMoney(values[0], question, shownHere);
}

// ---- what is asked back ------------------------------------------------------------------------

function askedBack(found, typed, currency, settle) {
  if (found?.either) return { words: FIELD_WORDS.whichAmount(typed), buttons: found.either.map((value) => wayOut(inWords(value), () => settle(value))) };
  if (!found?.codes || !isForeign(found.codes, currency.get())) return null;
  const [code] = found.codes;
  const here = currency.get();
  const all = wayOut(FIELD_WORDS.allIn(code), () => { currency.set(code); settle(found.value); });
  const one = wayOut(here ? FIELD_WORDS.thisIn(here) : FIELD_WORDS.currencyLater, () => settle(found.value));
  return { words: FIELD_WORDS.whichCurrency(code, here), buttons: [one, all] };
}

function wayOut(words, act) {
  return el("button", { type: "button", class: "q-button q-quiet", onclick: act }, words);
}

// A sign that fits no currency of the round's, or the first that is clear where there is none yet.
function isForeign(codes, currency) {
  return currency ? !codes.includes(currency) : codes.length === 1;
}

function currencyOf(question, binding) {
  return { get: () => binding.sibling?.(question.currency), set: (code) => binding.setSibling?.(question.currency, code) };
}

// An amount counts once it is written: half a number would be read back as one.
function pausing(input, commit) {
  let timer = null;
  const now = () => { clearTimeout(timer); timer = null; commit(); };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(now, PAUSE_MS); });
  input.addEventListener("change", now);
  addEventListener("beforeunload", () => { if (timer) now(); }, { capture: true });
}

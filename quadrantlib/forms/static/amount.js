// A number with a unit, typed or taken from a few quick sizes.

import { el, newDomId } from "./dom.js";
import { FIELD_WORDS } from "./fieldwords.js";
import { describedBy, frame, showError } from "./frame.js";
import { parseMeasure } from "./measure.js";
import { shortNumber } from "./numbers.js";
import { WORDS } from "./words.js";

export function amountField(question, binding) {
  const id = newDomId("amount");
  const error = el("p", { class: "q-error", role: "alert", hidden: true });
  // Half a year is no year yet: what is wrong is said once it is written.
  const accept = (isWritten) => {
    const typed = asStored(question, parseMeasure(input.value, question.unit));
    const wrong = typed === undefined || (typed !== null && (typed < question.least || typed > question.most));
    showError(error, input, wrong && isWritten ? wrongAmount(question) : "");
    if (!wrong) binding.set(typed);
    return !wrong;
  };
  const input = el("input", {
    id, type: "text", inputmode: "decimal", class: "q-input q-number", autocomplete: "off", "aria-describedby": describedBy(question, id),
    placeholder: question.usual === null ? null : shownAmount(question, question.usual),
    oninput: () => accept(false), onchange: () => accept(true), onblur: () => refresh(),
  });
  const sizes = question.sizes.map((size) => el("button", { type: "button", class: "q-size", onclick: () => { binding.set(size); showError(error, input, ""); refresh(true); } },
    shortNumber(size)));
  const refresh = (force = false) => {
    const value = binding.get();
    if (binding.label) input.setAttribute("aria-label", binding.label);
    sizes.forEach((button, i) => {
      button.setAttribute("aria-pressed", String(question.sizes[i] === value));
      button.setAttribute("aria-label", WORDS.sizeFor(shortNumber(question.sizes[i]), question.unit, binding.label));
    });
    if ((force || document.activeElement !== input) && error.hidden) input.value = value === undefined ? "" : shownAmount(question, value);
  };
  const line = el("div", { class: "q-amount" }, sizes, el("span", { class: "q-typed" }, input, question.unit ? el("span", { class: "q-unit" }, question.unit) : null));
  return { node: binding.label ? el("div", { class: "q-field" }, line, error) : frame(question, id, line, error), refresh, input, check: () => accept(true) };
}

function isYear({ unit, least, most }) {
  return !unit && least >= 1000 && most <= 9999;
}

function wrongAmount(question) {
  if (isYear(question)) return FIELD_WORDS.notAYear(question);
  const bounds = { least: asTyped(question, question.least), most: asTyped(question, question.most) };
  const likes = [12, 7.5].filter((like) => like >= bounds.least && like <= bounds.most);
  return FIELD_WORDS.notANumber(bounds, likes.map((like) => new Intl.NumberFormat().format(like)));
}

// A part of something is stored as a fraction, and typed and shown in hundredths. Rounded, since
// neither 0.035 * 100 nor 3.5 / 100 comes out even.
function asStored({ percent }, typed) {
  return percent && typeof typed === "number" ? Math.round(typed * 1e6) / 1e8 : typed;
}

function asTyped({ percent }, stored) {
  return percent ? Math.round(stored * 1e8) / 1e6 : stored;
}

// As one types it: without groups, which would read as decimals. Hours come out of a division.
function shownAmount(question, value) {
  const digits = question.unit === "h" ? 1 : 4;
  return new Intl.NumberFormat(undefined, { maximumFractionDigits: digits, useGrouping: false }).format(asTyped(question, value));
}

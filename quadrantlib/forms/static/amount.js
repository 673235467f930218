// A number with a unit, typed or taken from a few quick sizes.

import { el, newDomId } from "./dom.js";
import { describedBy, frame, showError } from "./frame.js";
import { parseTyped, shortNumber } from "./numbers.js";
import { WORDS } from "./words.js";

export function amountField(question, binding) {
  const id = newDomId("amount");
  const error = el("p", { class: "q-error", role: "alert", hidden: true });
  const accept = () => {
    const typed = parseTyped(input.value);
    const wrong = typed === undefined || (typed !== null && (typed < question.least || typed > question.most));
    showError(error, input, wrong ? WORDS.notANumber(question) : "");
    if (!wrong) binding.set(typed);
  };
  const input = el("input", {
    id, type: "text", inputmode: "decimal", class: "q-input q-number", autocomplete: "off", "aria-describedby": describedBy(question, id),
    placeholder: question.usual === null ? null : shortNumber(question.usual), oninput: accept, onblur: () => refresh(),
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
    if ((force || document.activeElement !== input) && error.hidden) input.value = value === undefined ? "" : shortNumber(value).replace(/[\u202f\u00a0]/g, " ");
  };
  const line = el("div", { class: "q-amount" }, sizes, el("span", { class: "q-typed" }, input, question.unit ? el("span", { class: "q-unit" }, question.unit) : null));
  return { node: binding.label ? el("div", { class: "q-field" }, line, error) : frame(question, id, line, error), refresh, input };
}

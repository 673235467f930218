// What the fields have in common: a label above, help below, and what is wrong below that.

import { el } from "./dom.js";

export function frame(question, id, ...children) {
  const help = question.help ? el("p", { class: "q-help", id: `${id}-help` }, question.help) : null;
  return el("div", { class: "q-field" }, el("label", { class: "q-label", for: id }, question.ask), ...children, help);
}

export function describedBy(question, id) {
  return question.help ? `${id}-help` : null;
}

export function showError(error, input, words) {
  error.textContent = words;
  error.hidden = !words;
  if (words) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}

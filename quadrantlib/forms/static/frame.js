// What the fields have in common: a label above, help below, and what is wrong below that.

import { el, newDomId } from "./dom.js";
import { FIELD_WORDS } from "./fieldwords.js";

export function frame(question, id, ...children) {
  const help = question.help ? el("p", { class: "q-help", id: `${id}-help` }, question.help) : null;
  return el("div", { class: "q-field" }, el("label", { class: "q-label", for: id }, question.ask), ...children, help);
}

export function describedBy(question, id) {
  return question.help ? `${id}-help` : null;
}

// Whoever comes back to the input hears what is wrong with it once more.
export function showError(error, input, words) {
  error.id ||= newDomId("error");
  const others = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== error.id);
  const described = [...others, ...(words ? [error.id] : [])];
  if (described.length) input.setAttribute("aria-describedby", described.join(" "));
  else input.removeAttribute("aria-describedby");
  error.textContent = words;
  error.hidden = !words;
  if (words) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}

// Says so where no further letter fits.
export function fullNote(longest) {
  const node = el("p", { class: "q-help", role: "status", hidden: true });
  const look = (text) => {
    node.hidden = text.length < longest;
    node.textContent = node.hidden ? "" : FIELD_WORDS.full;
  };
  return { node, look };
}

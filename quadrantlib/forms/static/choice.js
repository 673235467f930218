// One of a few: buttons side by side, or a menu where the list is long.

import { el, newDomId } from "./dom.js";
import { describedBy, frame } from "./frame.js";
import { WORDS } from "./words.js";

export function choiceField(question, binding) {
  const name = newDomId("choice");
  const radios = question.options.map((option) => radio(question, option, name, binding));
  const clear = el("button", { type: "button", class: "q-clear", onclick: () => { binding.set(null); refresh(); } }, WORDS.clear);
  const legend = el("legend", { class: "q-label" });
  const node = el("fieldset", { class: "q-field q-choice", "data-ask": question.ask },
    legend,
    el("div", { class: "q-options" }, radios.map((one) => one.node), clear),
    question.help ? el("p", { class: "q-help" }, question.help) : null);
  const refresh = () => {
    legend.textContent = binding.label ?? question.ask;
    for (const one of radios) one.input.checked = binding.get() === one.option.id;
    clear.hidden = binding.get() === undefined || binding.get() === null;
  };
  return { node, refresh };
}

function radio(question, option, name, binding) {
  const input = el("input", { type: "radio", name, value: String(option.id), onchange: () => binding.set(option.id) });
  const label = el("label", { class: "q-option" }, input,
    el("span", { class: "q-option-words" }, option.label, option.help ? el("small", {}, option.help) : null));
  return { node: label, input, option };
}

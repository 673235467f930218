// One of a few: buttons side by side, or a menu where the list is long.

import { el, newDomId } from "./dom.js";
import { FIELD_WORDS } from "./fieldwords.js";
import { describedBy, frame } from "./frame.js";
import { WORDS } from "./words.js";

export function choiceField(question, binding) {
  return question.menu ? menuField(question, binding) : buttonsField(question, binding);
}

function menuField(question, binding) {
  const id = newDomId("menu");
  const options = question.options.map((option) => el("option", { value: String(option.id) }, option.label));
  const put = () => binding.set(question.options.find((option) => String(option.id) === select.value)?.id ?? null);
  const select = el("select", { id, class: "q-input q-menu", "aria-describedby": describedBy(question, id), "aria-label": binding.label ?? null, onchange: put },
    el("option", { value: "" }, FIELD_WORDS.choose), options);
  const refresh = () => { select.value = String(binding.get() ?? ""); };
  return { node: frame(question, id, select), refresh };
}

function buttonsField(question, binding) {
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

// Several of a few: a chip each, and a kind word once there are enough.

import { el, newDomId } from "./dom.js";
import { FIELD_WORDS } from "./fieldwords.js";

export function manyField(question, binding) {
  const id = newDomId("many");
  const isLimited = question.at_most < question.options.length;
  const said = el("p", { class: "q-help", role: "status" });
  const chips = question.options.map((option) => manyChip(option, () => toggle(option.id)));
  const taken = () => binding.get() ?? [];
  // Kept in the order of the options: what was tapped first means nothing here.
  const toggle = (option) => {
    const wanted = taken().includes(option) ? taken().filter((one) => one !== option) : [...taken(), option];
    const inOrder = question.options.map((one) => one.id).filter((one) => wanted.includes(one));
    if (inOrder.length <= question.at_most) binding.set(inOrder.length ? inOrder : null);
    refresh();
  };
  const refresh = () => {
    const isFull = isLimited && taken().length >= question.at_most;
    for (const { input, option, node } of chips) {
      input.checked = taken().includes(option.id);
      input.disabled = isFull && !input.checked;
      node.classList.toggle("q-spare", input.disabled);
    }
    if (isLimited) said.textContent = isFull ? FIELD_WORDS.thatMany(question.at_most) : FIELD_WORDS.several(question.at_most);
  };
  const node = el("fieldset", { class: "q-field q-many", "aria-describedby": question.help ? `${id}-help` : null },
    el("legend", { class: "q-label" }, binding.label ?? question.ask),
    el("div", { class: "q-options" }, chips.map((chip) => chip.node)),
    isLimited ? said : null, question.help ? el("p", { class: "q-help", id: `${id}-help` }, question.help) : null);
  return { node, refresh };
}

function manyChip(option, toggle) {
  const input = el("input", { type: "checkbox", value: String(option.id), onchange: toggle });
  const words = el("span", { class: "q-option-words" }, option.label, option.help ? el("small", {}, option.help) : null);
  return { input, option, node: el("label", { class: "q-option" }, input, words) };
}

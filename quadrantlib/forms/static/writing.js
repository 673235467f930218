// Text, on one line or several.

import { el, fill, newDomId } from "./dom.js";
import { describedBy, frame } from "./frame.js";
import { WORDS } from "./words.js";

export function wordsField(question, binding) {
  const id = newDomId("words");
  const long = question.lines > 1;
  const input = el(long ? "textarea" : "input", {
    id, class: "q-input", rows: long ? question.lines : null, type: long ? null : "text", dir: "auto", autocomplete: "off",
    maxlength: question.longest, placeholder: question.example || null, "aria-describedby": describedBy(question, id),
    oninput: () => { grow(input); binding.set(input.value.trim() ? input.value : null); },
  });
  if (long) new ResizeObserver(() => requestAnimationFrame(() => grow(input))).observe(input);
  const offers = question.suggests ? el("div", { class: "q-offers" }) : null;
  const take = (words) => { binding.set(words); input.value = words; refresh(); input.focus(); };
  const refresh = () => {
    const value = binding.get() ?? "";
    if (offers) fillOffers(offers, value ? [] : binding.suggestions?.(question.suggests) ?? [], take);
    if (document.activeElement !== input && input.value !== value) input.value = value;
    if (long) requestAnimationFrame(() => grow(input));
  };
  return { node: frame(question, id, input, offers), refresh, input };
}

function fillOffers(offers, suggestions, take) {
  const buttons = suggestions.slice(0, 4).map((words) => el("button", { type: "button", class: "q-chip", dir: "auto", onclick: () => take(words) }, words));
  fill(offers, buttons.length ? [el("p", { class: "q-help" }, WORDS.suggested), buttons] : []);
}

function grow(area) {
  if (area.tagName !== "TEXTAREA") return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

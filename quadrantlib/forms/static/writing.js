// Text, on one line or several: with beginnings to take up, prompts in the margin, a quiet clock.

import { quietClock } from "./clock.js";
import { el, fill, newDomId } from "./dom.js";
import { FIELD_WORDS } from "./fieldwords.js";
import { describedBy, frame, fullNote } from "./frame.js";
import { localDay } from "./numbers.js";
import { WORDS } from "./words.js";

export function wordsField(question, binding) {
  const id = newDomId("words");
  const long = question.lines > 1;
  const put = (text) => { binding.set(text.trim() ? text : null); stamp(question, binding, text); };
  const input = el(long ? "textarea" : "input", {
    id, class: "q-input", rows: long ? question.lines : null, type: long ? null : "text", dir: "auto", autocomplete: "off",
    maxlength: question.longest, placeholder: question.example || null, "aria-describedby": describedBy(question, id),
    oninput: () => { grow(input); full.look(input.value); put(input.value); },
    onblur: () => full.look(""),
  });
  const full = fullNote(question.longest);
  if (long) new ResizeObserver(() => requestAnimationFrame(() => grow(input))).observe(input);
  const offers = question.suggests ? el("div", { class: "q-offers" }) : null;
  const take = (words) => { put(words); input.value = words; refresh(); input.focus(); };
  const refresh = () => {
    const value = binding.get() ?? "";
    if (offers) fillOffers(offers, value ? [] : binding.suggestions?.(question.suggests) ?? [], take);
    if (document.activeElement !== input && input.value !== value) input.value = value;
    if (long) requestAnimationFrame(() => grow(input));
  };
  const aids = [
    question.prompts?.length ? promptsBeside(question) : null,
    question.starters?.length ? starters(question, input, take) : null,
    question.minutes ? quietClock(question.minutes) : null,
  ];
  return { node: frame(question, id, ...aids, input, full.node, offers), refresh, input };
}

// ---- what goes with the writing ----------------------------------------------------------------

function stamp(question, binding, text) {
  if (question.stamps && text.trim() && binding.sibling?.(question.stamps) !== localDay()) binding.setSibling?.(question.stamps, localDay());
}

// A beginning that was taken and not gone on from gives way to another; words of one's own stay.
function starters(question, input, take) {
  const begin = (starter) => {
    const words = starter.trim();
    const there = input.value.trim();
    const isBare = !there || question.starters.some((one) => one.trim() === there);
    take(isBare ? `${words} ` : `${there}${question.lines > 1 ? "\n" : " "}${words} `);
    input.setSelectionRange(input.value.length, input.value.length);
  };
  const chips = question.starters.map((words) => el("button", { type: "button", class: "q-chip", dir: "auto", onclick: () => begin(words) }, words.replace(/\s*…?$/, "\u00a0…")));
  return el("div", { class: "q-offers q-starters" }, el("p", { class: "q-help" }, FIELD_WORDS.startWith), chips);
}

function promptsBeside(question) {
  return el("aside", { class: "q-margin", "aria-label": FIELD_WORDS.lookAround }, el("p", { class: "q-help" }, FIELD_WORDS.lookAround),
    el("ul", { class: "q-prompts" }, question.prompts.map((words) => el("li", { dir: "auto" }, words))));
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

// A point between two ends in words.

import { el, newDomId } from "./dom.js";
import { describedBy, frame } from "./frame.js";
import { keyOf } from "./keys.js";
import { clampTo, parseTyped, shortNumber, tenths } from "./numbers.js";
import { WORDS } from "./words.js";

export function scaleField(question, binding) {
  const id = newDomId("scale");
  const middle = (question.low + question.high) / 2;
  const put = (value) => { binding.set(tenths(clampTo(value, question.low, question.high))); refresh(); };
  const range = el("input", {
    type: "range", id, class: "q-range", min: question.low, max: question.high, step: 0.1, "aria-describedby": describedBy(question, id),
    oninput: () => put(Math.round(Number(range.value) * 2) / 2), // a finger points no finer; keys and numbers do
    onpointerup: () => put(Math.round(Number(range.value) * 2) / 2),
    onkeydown: (event) => scaleKey(event, question, binding.get() ?? middle, put),
  });
  const number = el("input", {
    type: "text", inputmode: "decimal", class: "q-input q-number", "aria-label": WORDS.asNumber(question.ask), placeholder: WORDS.notSet, autocomplete: "off",
    onchange: () => { const typed = parseTyped(number.value); if (typed === null) binding.set(null); else if (typed !== undefined) put(typed); refresh(); },
  });
  const refresh = () => {
    const value = binding.get();
    range.classList.toggle("q-unset", value === undefined);
    range.value = value ?? middle;
    range.style.setProperty("--q-at", `${(((value ?? question.low) - question.low) / (question.high - question.low)) * 100}%`);
    range.setAttribute("aria-valuetext", value === undefined ? WORDS.notSet : WORDS.scaleValue(shortNumber(value), question));
    if (document.activeElement !== number) number.value = value === undefined ? "" : shortNumber(value);
  };
  const ends = el("div", { class: "q-ends", "aria-hidden": "true" }, el("span", {}, question.low_end), el("span", {}, question.high_end));
  return { node: frame(question, id, el("div", { class: "q-scale" }, range, number), ends), refresh };
}

function scaleKey(event, question, from, put) {
  const big = event.shiftKey ? 0.1 : 0.5;
  const steps = { ArrowRight: big, ArrowUp: big, ArrowLeft: -big, ArrowDown: -big, PageUp: 2, PageDown: -2, " ": 0, Enter: 0 };
  const ends = { Home: question.low, End: question.high };
  const key = keyOf(event);
  if (key in steps) put(from + steps[key]);
  else if (key in ends) put(ends[key]);
  else return;
  event.preventDefault();
}

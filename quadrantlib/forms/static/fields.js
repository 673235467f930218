// A control for each kind of question, over native elements.
//
// Every field is built by FIELDS[kind](question, binding) and gives back {node, refresh}. A binding
// is {get, set, label?, sibling?, setSibling?}: where the answer is kept, and the answers beside it,
// is no business of a field.

import { el, fill, more, newDomId } from "./dom.js";
import { clampTo, localDay, parseTyped, shortNumber, shownDay, tenths } from "./numbers.js";
import { WORDS } from "./words.js";

export const FIELDS = { words: wordsField, choice: choiceField, scale: scaleField, amount: amountField, day: dayField, group: groupField };

export function field(question, binding) {
  const made = FIELDS[question.kind](question, binding);
  made.node.dataset.qField = question.name;
  made.refresh();
  return made;
}

function frame(question, id, ...children) {
  const help = question.help ? el("p", { class: "q-help", id: `${id}-help` }, question.help) : null;
  return el("div", { class: "q-field" }, el("label", { class: "q-label", for: id }, question.ask), ...children, help);
}

function describedBy(question, id) {
  return question.help ? `${id}-help` : null;
}

// ---- words -------------------------------------------------------------------------------

function wordsField(question, binding) {
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

// ---- choice ------------------------------------------------------------------------------

function choiceField(question, binding) {
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

// ---- scale -------------------------------------------------------------------------------

function scaleField(question, binding) {
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
  if (event.key in steps) put(from + steps[event.key]);
  else if (event.key in ends) put(ends[event.key]);
  else return;
  event.preventDefault();
}

// ---- amount ------------------------------------------------------------------------------

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

function showError(error, input, words) {
  error.textContent = words;
  error.hidden = !words;
  if (words) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}

// ---- day ---------------------------------------------------------------------------------

function dayField(question, binding) {
  const id = newDomId("day");
  const input = el("input", { id, type: "date", class: "q-input q-day", "aria-describedby": describedBy(question, id), onchange: () => { binding.set(input.value || null); refresh(); } });
  const days = weekendDays(new Date()).map((day) => el("button", { type: "button", class: "q-size", "data-day": day, onclick: () => { binding.set(day); refresh(); } }, shownDay(day)));
  const refresh = () => {
    if (document.activeElement !== input) input.value = binding.get() ?? "";
    for (const button of days) button.setAttribute("aria-pressed", String(button.dataset.day === binding.get()));
  };
  return { node: frame(question, id, el("div", { class: "q-amount" }, days, input)), refresh };
}

export function weekendDays(today) {
  const toSaturday = today.getDay() === 0 ? 0 : 6 - today.getDay();
  const offsets = today.getDay() === 0 ? [0, 6] : [toSaturday, toSaturday + 1];
  return offsets.map((days) => localDay(new Date(today.getFullYear(), today.getMonth(), today.getDate() + days)));
}

// ---- group -------------------------------------------------------------------------------

function groupField(question, binding) {
  const parts = question.parts.map((part) => ({ part, made: field(part, {
    ...besideParts(question, binding),
    get: () => binding.get()?.[part.name],
    suggestions: binding.suggestions,
    set: (value) => binding.setPart(part.name, value),
  }) }));
  const inside = (wanted) => parts.filter(({ part }) => part.more === wanted).map(({ made }) => made.node);
  const behind = inside(true);
  const node = el("fieldset", { class: "q-field q-group" }, el("legend", { class: "q-label" }, question.ask),
    question.help ? el("p", { class: "q-help" }, question.help) : null, inside(false), behind.length ? more(WORDS.moreOfThis, behind) : null);
  return { node, refresh: () => parts.forEach(({ made }) => made.refresh()) };
}

function besideParts(question, binding) {
  const isPart = (name) => question.parts.some((part) => part.name === name);
  return {
    store: binding.store,
    sibling: (name) => (isPart(name) ? binding.get()?.[name] : binding.sibling?.(name)),
    setSibling: (name, value) => (isPart(name) ? binding.setPart(name, value) : binding.setSibling?.(name, value)),
  };
}

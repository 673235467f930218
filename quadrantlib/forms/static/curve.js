// A line drawn over the years: with a finger or the mouse, with keys, or as numbers.

import { el, fill, more, svgEl } from "./dom.js";
import { onDrag } from "./drag.js";
import { FIELD_WORDS } from "./fieldwords.js";
import { showError } from "./frame.js";
import { keyOf } from "./keys.js";
import { clampTo, parseTyped, shortNumber, tenths } from "./numbers.js";
import { WORDS } from "./words.js";

const MOST_YEARS = 70;
const LABELS = 6;

export function curveField(question, binding) {
  const state = { years: [], draft: null, at: null, table: new Map(), handles: new Map() };
  const values = () => state.draft ?? binding.get() ?? {};
  const put = (year, value) => {
    const kept = { ...values(), [year]: tenths(clampTo(value, 0, 10)) };
    if (value === null) delete kept[year];
    binding.set(Object.keys(kept).length ? kept : null);
    refresh();
  };
  const line = svgEl("path", { class: "q-curve-line" });
  const svg = svgEl("svg", { viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" }, line);
  const handles = el("div", { class: "q-curve-handles" });
  const plot = el("div", { class: "q-curve-plot" }, svg, handles);
  const sheet = el("div", { class: "q-curve-sheet" }, el("span", { class: "q-curve-end q-curve-high", "aria-hidden": "true" }, question.high_end),
    el("span", { class: "q-curve-end q-curve-low", "aria-hidden": "true" }, question.low_end), plot);
  const labels = el("div", { class: "q-curve-years", "aria-hidden": "true" });
  const numbers = el("div", { class: "q-curve-numbers" });
  const clear = el("button", { type: "button", class: "q-clear", onclick: () => { binding.set(null); refresh(); } }, FIELD_WORDS.clearLine);
  const empty = el("p", { class: "q-help" }, FIELD_WORDS.noYears);
  const help = el("p", { class: "q-help" }, FIELD_WORDS.drawHere);
  const drawn = el("div", {}, sheet, labels, el("div", { class: "q-under" }, help, clear), more(FIELD_WORDS.drawYears, numbers));
  drawing({ sheet, plot }, state, values, { paint: () => paint(), done: (draft) => { binding.set(draft); refresh(); } });
  const paint = () => {
    const points = state.years.filter((year) => values()[year] !== undefined).map((year) => [acrossAt(state.years, year), 100 - values()[year] * 10]);
    line.setAttribute("d", points.map(([x, y], i) => `${i ? "L" : "M"}${x} ${y}`).join(""));
    for (const year of state.years) state.handles.get(year).refresh(values()[year]);
  };
  const refresh = () => {
    const years = yearsOf(question, binding);
    if (years.join() !== state.years.join()) {
      state.years = years;
      state.at = years.includes(state.at) ? state.at : years[0];
      for (const year of years) if (!state.handles.has(year)) state.handles.set(year, handle(question, state, year, put));
      for (const year of years) if (!state.table.has(year)) state.table.set(year, yearNumber(year, put));
      fill(handles, years.map((year) => state.handles.get(year).node));
      fill(numbers, years.map((year) => state.table.get(year).node));
      fill(labels, labelled(years).map((year) => el("span", { style: `left: ${acrossAt(years, year)}%` }, year)));
    }
    drawn.hidden = years.length === 0;
    empty.hidden = years.length > 0;
    clear.hidden = Object.keys(values()).length === 0;
    for (const year of years) state.table.get(year).refresh(values()[year]);
    paint();
  };
  const node = el("fieldset", { class: "q-field q-curve" }, el("legend", { class: "q-label" }, binding.label ?? question.ask), question.help ? el("p", { class: "q-help" }, question.help) : null, empty, drawn);
  return { node, refresh };
}

// The years as text, from the first to the last; an open end is this year.
function yearsOf(question, binding) {
  const from = binding.sibling?.(question.begins);
  const to = binding.sibling?.(question.ends) ?? new Date().getFullYear();
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 1000 || to > 9999 || to < from || to - from >= MOST_YEARS) return [];
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
}

function labelled(years) {
  const every = Math.ceil(years.length / LABELS);
  return years.filter((_, i) => i % every === 0);
}

function acrossAt(years, year) {
  return ((years.indexOf(year) + 0.5) / years.length) * 100;
}

// ---- drawing -----------------------------------------------------------------------------------

function drawing({ sheet, plot }, state, values, { paint, done }) {
  let last = null;
  const place = (event) => {
    const box = plot.getBoundingClientRect();
    const across = clampTo((event.clientX - box.left) / box.width, 0, 0.9999);
    return { at: Math.floor(across * state.years.length), value: tenths(clampTo((1 - (event.clientY - box.top) / box.height) * 10, 0, 10)) };
  };
  const draw = (event) => {
    const here = place(event);
    for (const { year, value } of between(last ?? here, here)) state.draft = { ...state.draft, [state.years[year]]: value };
    last = here;
    paint();
  };
  const begin = (event) => {
    if (state.years.length === 0) return null;
    state.draft = { ...values() };
    draw(event);
    return state;
  };
  const end = () => {
    const { draft } = state;
    last = state.draft = null;
    done(draft);
  };
  onDrag(sheet, { begin, move: draw, end });
}

// A quick finger jumps over years: they lie on the line between.
function between(from, to) {
  const steps = Math.max(1, Math.abs(to.at - from.at));
  return Array.from({ length: steps + 1 }, (_, i) => ({
    year: from.at + Math.round(((to.at - from.at) * i) / steps),
    value: tenths(from.value + ((to.value - from.value) * i) / steps),
  }));
}

// ---- a year, by keys and by number -------------------------------------------------------------

function handle(question, state, year, put) {
  let value;
  const node = el("div", { class: "q-curve-dot", role: "slider", "aria-orientation": "vertical", "aria-label": FIELD_WORDS.inYear(year), "aria-valuemin": 0, "aria-valuemax": 10,
    onfocus: () => { state.handles.get(state.at)?.node.setAttribute("tabindex", -1); state.at = year; node.setAttribute("tabindex", 0); },
    onkeydown: (event) => yearKey(event, state, year, value, put) });
  const refresh = (now) => {
    value = now;
    node.style.left = `${acrossAt(state.years, year)}%`;
    node.style.bottom = `${(now ?? 5) * 10}%`;
    node.classList.toggle("q-unset", now === undefined);
    node.setAttribute("tabindex", state.at === year ? 0 : -1);
    node.setAttribute("aria-valuenow", now ?? 5);
    node.setAttribute("aria-valuetext", now === undefined ? WORDS.notSet : FIELD_WORDS.yearValue(shortNumber(now), question));
  };
  return { node, refresh };
}

function yearKey(event, state, year, value, put) {
  const big = event.shiftKey ? 0.1 : 0.5;
  const steps = { ArrowUp: big, ArrowDown: -big, PageUp: 2, PageDown: -2, " ": 0, Enter: 0 };
  const key = keyOf(event);
  const to = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (to) state.handles.get(state.years[state.years.indexOf(year) + to])?.node.focus();
  else if (key in steps) put(year, (value ?? 5) + steps[key]);
  else if (key === "Home") put(year, 0);
  else if (key === "End") put(year, 10);
  else if (key === "Delete" || key === "Backspace") put(year, null);
  else return;
  event.preventDefault();
}

function yearNumber(year, put) {
  const input = el("input", { type: "text", inputmode: "decimal", class: "q-input q-number", autocomplete: "off", placeholder: WORDS.notSet,
    onchange: () => {
      const typed = parseTyped(input.value);
      showError(error, input, typed === undefined ? FIELD_WORDS.notANumber({ least: 0, most: 10 }, [shortNumber(7.5)]) : "");
      if (typed !== undefined) put(year, typed);
    } });
  const error = el("p", { class: "q-error", role: "alert", hidden: true });
  const refresh = (value) => { if (document.activeElement !== input && error.hidden) input.value = value === undefined ? "" : shortNumber(value); };
  return { node: el("div", {}, el("label", { class: "q-curve-number" }, el("span", {}, year), input), error), refresh };
}

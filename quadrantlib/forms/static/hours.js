// Hours in a window of days: typed for the window or for a week, and summed.

import { el } from "./dom.js";
import { shortNumber } from "./numbers.js";
import { WORDS } from "./words.js";

// Whether hours are asked for a number of days, which the person can set.
export function isWindowed(store, asked) {
  return asked.some((one) => one.name === "hours") && store.state.questions.some((one) => one.name === "window_days");
}

export function windowDays(store) {
  return store.get(["window_days"]) ?? 28;
}

export function wakingHours(store) {
  return (24 - (store.get(["sleep_hours"]) ?? 8)) * windowDays(store);
}

export function totalWords(store, rows) {
  const hours = rows.reduce((sum, row) => sum + (row.hours ?? 0), 0);
  return hours ? WORDS.total(shortNumber(hours), shortNumber(Math.round(wakingHours(store)))) : "";
}

export function unitSwitch(store, changed) {
  let weekly = false;
  const option = (isWeekly, words) => el("label", { class: "q-option" },
    el("input", { type: "radio", name: "q-hours-unit", checked: weekly === isWeekly, onchange: () => { weekly = isWeekly; changed(); } }), el("span", { class: "q-option-words" }, words));
  const node = el("fieldset", { class: "q-field q-choice q-inline" }, el("legend", { class: "q-label" }, WORDS.hoursAs),
    el("div", { class: "q-options" }, option(false, WORDS.perWindow(windowDays(store))), option(true, WORDS.perWeek)));
  const inUnit = (one, plain) => {
    const factor = () => (one.name === "hours" && weekly ? windowDays(store) / 7 : 1);
    const scaled = (value, by) => (typeof value === "number" ? Math.round(value * by * 100) / 100 : value);
    return { ...plain, get: () => scaled(plain.get(), 1 / factor()), set: (value) => plain.set(scaled(value, factor())) };
  };
  return { node, inUnit };
}

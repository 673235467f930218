// A day: the calendar, and beside it the few days that are likely.

import { el, newDomId } from "./dom.js";
import { describedBy, frame } from "./frame.js";
import { localDay, shownDay } from "./numbers.js";

// A plan is offered the weekend's days; elsewhere `binding.days` says which, if any.
export function dayField(question, binding) {
  const id = newDomId("day");
  const input = el("input", { id, type: "date", class: "q-input q-day", "aria-describedby": describedBy(question, id), onchange: () => { binding.set(input.value || null); refresh(); } });
  const days = (binding.days ?? weekendDays(new Date())).map((day) => el("button", { type: "button", class: "q-size", "data-day": day, onclick: () => { binding.set(day); refresh(); } }, shownDay(day)));
  const refresh = () => {
    if (document.activeElement !== input) input.value = binding.get() ?? "";
    for (const button of days) button.setAttribute("aria-pressed", String(button.dataset.day === binding.get()));
  };
  return { node: frame(question, id, el("div", { class: "q-amount" }, days, input)), refresh };
}

export function weekendDays(today) {
  const toSaturday = 6 - today.getDay();
  const isSundayMorning = today.getDay() === 0 && today.getHours() < 12;
  const offsets = isSundayMorning ? [0, 6] : [toSaturday, toSaturday + 1];
  return offsets.map((days) => dayFrom(today, days));
}

export function dayFrom(today, days) {
  return localDay(new Date(today.getFullYear(), today.getMonth(), today.getDate() + days));
}

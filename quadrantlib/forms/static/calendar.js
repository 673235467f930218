// Help with remembering: a walk through the weeks, and a calendar file that is trimmed here before
// anything of it goes to the kernel.

import { el, fill, more } from "./dom.js";
import { windowDays } from "./hours.js";
import { localDay, shortNumber } from "./numbers.js";
import { WORDS } from "./words.js";

const KEPT = /^(BEGIN|END|UID|SUMMARY|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|STATUS|TRANSP|SEQUENCE)[;:]/i;
const LARGEST = 8_000_000;

export function calendarAid(store, question, add) {
  const found = el("div", { class: "q-found", role: "status" });
  const file = el("input", { type: "file", accept: ".ics,text/calendar", class: "q-file", onchange: () => read(file.files[0]) });
  const read = async (picked) => {
    if (!picked) return;
    fill(found, el("p", {}, WORDS.calendarReading));
    const days = windowDays(store);
    const text = trimCalendar(await picked.text(), daysAgo(days), localDay());
    if (text.length > LARGEST) fill(found, el("p", { class: "q-error" }, WORDS.calendarTooBig));
    else store.send({ kind: "calendar", text, days, today: localDay(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  };
  store.on((message) => { if (message.kind === "calendar") show(found, message, (titles) => { add(titles); file.value = ""; fill(found); }); });
  return more(WORDS.calendar,
    el("ul", { class: "q-prompts" }, WORDS.calendarWalk.map((words) => el("li", {}, words))),
    el("label", { class: "q-field" }, el("span", { class: "q-label" }, WORDS.calendarFile), file, el("span", { class: "q-help" }, WORDS.calendarPromise)),
    found);
}

function show(found, { suggestions, trouble }, add) {
  if (trouble) return fill(found, el("p", { class: "q-error" }, trouble));
  if (!suggestions.length) return fill(found, el("p", {}, WORDS.calendarNothing));
  const boxes = suggestions.map(({ title, hours }) => {
    const input = el("input", { type: "checkbox", value: title });
    return { input, title, hours, node: el("li", {}, el("label", { class: "q-check" }, input, el("span", { dir: "auto" }, title), hours ? el("small", {}, `${shortNumber(hours)} h`) : null)) };
  });
  fill(found, el("p", { class: "q-label" }, WORDS.calendarPick), el("ul", { class: "q-checks" }, boxes.map((box) => box.node)),
    el("button", { type: "button", class: "q-button", onclick: () => add(boxes.filter((box) => box.input.checked)) }, WORDS.calendarAdd));
}

function daysAgo(days) {
  const today = new Date();
  return localDay(new Date(today.getFullYear(), today.getMonth(), today.getDate() - days));
}

// Keeps what may fall between the two days (both YYYY-MM-DD, a day of slack for zones on each side):
// repeating events and zones whole, and of each event only the lines that say what, when and whether.
export function trimCalendar(text, from, to) {
  const lines = text.replace(/\r?\n[ \t]/g, "").split(/\r?\n/);
  const kept = [];
  let block = null;
  let zoneDepth = 0;
  for (const line of lines) {
    if (/^BEGIN:VTIMEZONE/i.test(line)) zoneDepth = 1;
    if (/^BEGIN:VEVENT/i.test(line)) block = { lines: [], nested: 0 };
    if (block) keepEventLine(block, line);
    else if (zoneDepth || /^(BEGIN:VCALENDAR|END:VCALENDAR|VERSION|PRODID|X-WR-TIMEZONE)/i.test(line)) kept.push(line);
    if (/^END:VTIMEZONE/i.test(line)) zoneDepth = 0;
    if (/^END:VEVENT/i.test(line)) {
      if (mayFall(block.lines, from, to)) kept.push(...block.lines);
      block = null;
    }
  }
  return kept.join("\r\n");
}

function keepEventLine(block, line) {
  const inside = /^BEGIN:(?!VEVENT)/i.test(line);
  const outside = /^END:(?!VEVENT)/i.test(line);
  if (inside) block.nested += 1;
  if (block.nested === 0 && KEPT.test(line)) block.lines.push(line);
  if (outside) block.nested -= 1;
}

function mayFall(lines, from, to) {
  if (lines.some((line) => /^(RRULE|RDATE|RECURRENCE-ID)/i.test(line))) return true;
  const dayOf = (name) => lines.find((line) => new RegExp(`^${name}[;:]`, "i").test(line))?.match(/(\d{8})(T\d{6}Z?)?\s*$/)?.[1];
  const start = dayOf("DTSTART");
  if (!start) return false;
  const end = dayOf("DTEND") ?? start;
  return end >= shifted(from, -1) && start <= shifted(to, 1);
}

function shifted(day, by) {
  const [year, month, date] = day.split("-").map(Number);
  return localDay(new Date(year, month - 1, date + by)).replaceAll("-", "");
}

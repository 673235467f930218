// Help with remembering: a walk through the weeks, and a calendar file that is trimmed here before
// anything of it goes to the kernel.

import { el, fill, more } from "./dom.js";
import { fileText } from "./filetext.js";
import { windowDays } from "./hours.js";
import { trimCalendar } from "./ics.js";
import { localDay, shortNumber } from "./numbers.js";
import { ask, Told, waitingPlace } from "./waiting.js";
import { WORDS } from "./words.js";

const LARGEST_CALENDAR = 100_000_000; // bytes
const LARGEST_TRIMMED = 8_000_000;

export function calendarAid(store, question, add) {
  const found = el("div", { class: "q-found", role: "status" });
  const file = el("input", { type: "file", accept: ".ics,text/calendar", class: "q-file", onchange: () => read(file.files[0]) });
  const wait = waitingPlace(store, (said, isTrouble) => fill(found, typeof said === "string" && said ? el("p", { class: isTrouble ? "q-error" : "" }, said) : said));
  const take = (titles) => { add(titles); fill(found); };
  const read = (picked) => { if (picked) wait(WORDS.calendarReading, () => askAbout(store, picked), (answer) => suggested(answer, take)).then(() => { file.value = ""; }); };
  return more(WORDS.calendar,
    el("ul", { class: "q-prompts" }, WORDS.calendarWalk.map((words) => el("li", {}, words))),
    el("label", { class: "q-field" }, el("span", { class: "q-label" }, WORDS.calendarFile), file, el("span", { class: "q-help" }, WORDS.calendarPromise)),
    found);
}

async function askAbout(store, picked) {
  const days = windowDays(store);
  const whole = await fileText(picked, { largest: LARGEST_CALENDAR, tooLarge: WORDS.calendarTooBig, isFolded: true });
  const text = trimCalendar(whole, daysAgo(days), localDay());
  if (text.length > LARGEST_TRIMMED) throw new Told(WORDS.calendarTooBig);
  return ask(store, { kind: "calendar", text, days, zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
}

function suggested({ suggestions, unread = 0 }, add) {
  const missed = unread ? el("p", { class: "q-help" }, WORDS.calendarUnread(unread)) : null;
  if (!suggestions.length) return [el("p", {}, WORDS.calendarNothing), missed];
  const boxes = suggestions.map(({ title, hours }) => {
    const input = el("input", { type: "checkbox", value: title });
    return { input, title, hours, node: el("li", {}, el("label", { class: "q-check" }, input, el("span", { dir: "auto" }, title), hours ? el("small", {}, `${shortNumber(hours)} h`) : null)) };
  });
  return [missed, el("p", { class: "q-label" }, WORDS.calendarPick), el("ul", { class: "q-checks" }, boxes.map((box) => box.node)),
    el("button", { type: "button", class: "q-button", onclick: () => add(boxes.filter((box) => box.input.checked)) }, WORDS.calendarAdd)];
}

function daysAgo(days) {
  const today = new Date();
  return localDay(new Date(today.getFullYear(), today.getMonth(), today.getDate() - days));
}

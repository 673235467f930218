// Numbers typed with their unit: "45 min", "1.5 h", "1h 30", "half an hour", "40 hours", "7 %".

import { parseTyped, westernDigits } from "./numbers.js";

const MINUTES = { h: 60, min: 1 };
const IN_WORDS = { "a quarter of an hour": 15, "half an hour": 30, "an hour": 60, "one hour": 60, "an hour and a half": 90 };
const HOURS_AND_MINUTES = /^(?:([\d.,]+) ?(?:h|hrs?|hours?))? ?(?:([\d.,]+) ?(?:m|mins?|minutes?)?)?$/;

// The number in `unit`; null for nothing typed, undefined for what cannot be read.
export function parseMeasure(text, unit) {
  const words = westernDigits(text)?.trim().toLowerCase().replace(/\s+/g, " ");
  if (words === undefined) return undefined;
  const number = parseTyped(withoutUnit(words, unit.toLowerCase()));
  const own = MINUTES[unit.split(" ")[0]];
  if (number !== undefined || !own) return number;
  const minutes = IN_WORDS[words] ?? minutesIn(withoutEnd(words, unit.slice(unit.indexOf(" ")).trim()));
  return minutes === undefined ? undefined : Math.round((minutes / own) * 100) / 100;
}

function withoutUnit(words, unit) {
  const shorter = withoutEnd(words, unit);
  return shorter === words ? withoutEnd(words, unit.replace(/s$/, "")) : shorter;
}

function withoutEnd(words, end) {
  return end && words.length > end.length && words.endsWith(end) ? words.slice(0, -end.length).trim() : words;
}

function minutesIn(words) {
  const [, hours = "0", minutes = "0"] = words.match(HOURS_AND_MINUTES) ?? [];
  const sum = parseTyped(hours) * 60 + parseTyped(minutes);
  return words && HOURS_AND_MINUTES.test(words) && Number.isFinite(sum) ? sum : undefined;
}

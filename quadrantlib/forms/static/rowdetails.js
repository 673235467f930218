// What a folded row says beside its name: days, amounts, choices, the beginning of words.

import { localDay, shortNumber } from "./numbers.js";
import { ROW_WORDS } from "./rowwords.js";
import { opening } from "./seal.js";

const MOST_WORDS = 40;
const KINDS = { amount: amountSaid, choice: choiceSaid, day: daySaid, scale: (one, value) => shortNumber(value), words: wordsSaid };

export function rowDetails(question, row) {
  const kept = question.columns.map((one) => one.sealed).filter(Boolean);
  const asked = question.columns.slice(question.offers.length || question.about ? 0 : 1).filter((one) => !kept.includes(one.name) && row[one.name] !== undefined);
  const said = asked.map((one) => [one, one.sealed ? sealSaid(one, row) : KINDS[one.kind]?.(one, row[one.name])]).filter(([, words]) => words);
  const isMixed = said.filter(([one]) => one.kind === "words").length > 1;
  return said.map(([one, words]) => (isMixed && one.kind === "words" ? `${one.ask.replace(/[?:.]$/, "")}: ${words}` : words)).join(" · ");
}

function amountSaid(one, value) {
  return one.unit ? `${shortNumber(value)} ${one.unit}` : String(value);
}

function choiceSaid(one, value) {
  return one.options.find((option) => option.id === value)?.label;
}

function daySaid(one, value) {
  return shortDay(value);
}

function wordsSaid(one, value) {
  return value.length <= MOST_WORDS ? value : `${value.slice(0, MOST_WORDS).replace(/\s+\S*$/, "")} …`;
}

function sealSaid(one, row) {
  if (!row[one.sealed] || !row[one.opens]) return "";
  const opens = opening(row[one.opens]);
  return opens > localDay() ? ROW_WORDS.sealedTill(shortDay(opens)) : ROW_WORDS.unsealed;
}

// Today and yesterday by name, then the day; the year where it is another one.
export function shortDay(day) {
  const [year, month, date] = day.split("-").map(Number);
  const today = new Date();
  if (day === localDay(today)) return ROW_WORDS.today;
  if (day === localDay(new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1))) return ROW_WORDS.yesterday;
  return new Date(year, month - 1, date).toLocaleDateString(undefined, { day: "numeric", month: "short", year: year === today.getFullYear() ? undefined : "numeric" });
}

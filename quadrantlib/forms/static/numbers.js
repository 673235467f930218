// Numbers as people type them.

const UNSEEN = /[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g; // marks around pasted digits
const NO_DIGITS = /[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209f\u2150-\u218b\u2460-\u24ff]/; // powers, parts, numbers in rings

// What is typed in western digits, whichever script or width they have; null where some of them are
// none that a number is written in ("10²" is not 102).
export function westernDigits(text) {
  if (NO_DIGITS.test(text)) return null;
  const plain = text.replace(/[´`]/g, "'").normalize("NFKC").replace(UNSEEN, "");
  return plain.replace(/\p{Nd}/gu, digitValue).replace(/[−–—]/g, "-");
}

// The digits of every script stand in a row, from its zero on.
function digitValue(digit) {
  const at = digit.codePointAt(0);
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(at - value - 1))) value += 1;
  return String(value);
}

export function parseTyped(text) {
  const bare = westernDigits(text)?.replaceAll("٫", ".").replace(/[\s'’٬]/g, "");
  if (bare === undefined) return undefined;
  if (bare === "") return null;
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(bare)) return undefined;
  return Number(bare.replace(",", "."));
}

export function tenths(value) {
  return Math.round(value * 10) / 10;
}

export function clampTo(value, low, high) {
  return Math.min(high, Math.max(low, value));
}

// Without groups: "1,200" typed again would be one and a fifth.
export function shortNumber(value, locale = undefined) {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1, useGrouping: false }).format(value);
}

export function percent(share) {
  return `${Math.round(share * 100)} %`;
}

export function localDay(date = new Date()) {
  const pad = (n) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

export function shownDay(day) {
  const [year, month, date] = day.split("-").map(Number);
  const also = year === new Date().getFullYear() ? {} : { year: "numeric" };
  return new Date(year, month - 1, date).toLocaleDateString(undefined, { weekday: "long", day: "numeric", month: "long", ...also });
}

export function shownTime(iso) {
  return new Date(iso).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
}

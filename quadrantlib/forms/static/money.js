// Amounts of money as people type them. Pure: text in, a number out, or the readings it allows.
//
// A manner is how somebody writes numbers: {decimal, group, digits, sure}. It is the locale's, until
// an amount that can be read in one way only shows another decimal mark; then it is sure.

import { codesOf } from "./currencies.js";
import { westernDigits } from "./numbers.js";

const MULTIPLES = [
  [1e3, /^(?:k|tsd|thousand)\.?$/i],
  [1e4, /^万$/],
  [1e5, /^(?:lakh|lac)s?$/i],
  [1e6, /^(?:m|mm|mn|mln|mio|million|millions|millionen)\.?$/i],
  [1e7, /^(?:cr|crores?)\.?$/i],
  [1e8, /^[億亿]$/],
  [1e9, /^(?:b|bn|billions?|mrd|mld|mds?)\.?$/i],
];
const SHAPE = /^(?<before>\D*?\p{L}[.,]|\D*?)(?<bare>[.,]?\d(?:[\d.,٫]|[\s'’_٬](?=\d))*)(?<after>\D*)$/u;
const SPACED = /[\s'’_٬]/g;
const WRONG = { wrong: true };

export function mannerOf(locale, decimal = null) {
  const parts = new Intl.NumberFormat(locale).formatToParts(-1234567.5);
  const part = (type) => parts.find((one) => one.type === type)?.value;
  const digits = [...new Intl.NumberFormat(locale, { useGrouping: false }).format(9876543210)].reverse();
  const own = { decimal: part("decimal"), group: part("group"), digits, sure: decimal !== null };
  if (decimal === null || decimal === own.decimal) return own;
  return { ...own, decimal, group: /[.,]/.test(own.group) ? otherMark(decimal) : own.group };
}

// Null where nothing is typed; {wrong: true}; {either: [value, value]} where it can be read in two
// ways; else {value}, with the `decimal` mark that it gives away. `codes` are the currencies that
// what is written along may mean, or null.
export function readMoney(text, locale, known = null) {
  const manner = mannerOf(locale, known);
  const typed = western(text);
  if (typed === null) return WRONG;
  const { plain, sign } = signed(typed);
  if (!plain) return null;
  const found = SHAPE.exec(plain)?.groups;
  const around = found && readAround(`${found.before} ${found.after}`);
  return around ? scaled(readNumber(found.bare, manner, around.times), sign, around) : WRONG;
}

function western(text) {
  const bare = westernDigits(text);
  return bare === null ? null : bare.replace(/^\s*(?:[~≈]|about\b|around\b|ca(?=[\s.\d])\.?)/i, "").trim();
}

// "-5k", "€ -5k" and the bookkeeper's "(5k)" are below zero; in "5,-" there are no cents.
function signed(text) {
  const bare = text.replace(/^\((.*)\)$/, "-$1").replace(/(\d[.,])-{1,2}/, (_, whole) => `${whole}00`);
  const isBelow = /^\D*?-/.test(bare) || /^[^-]*\d{3}-$/.test(bare); // as a bookkeeper has it: "40,000-"
  return { plain: isBelow ? bare.replace("-", "") : bare.replace(/^\+/, ""), sign: isBelow ? -1 : 1 };
}

// ---- what stands around the number: a currency, "k" --------------------------------------------

function readAround(words) {
  const around = { times: 1, codes: null };
  const take = (piece) => {
    const codes = codesOf(piece);
    const times = MULTIPLES.find(([, shape]) => shape.test(piece))?.[0];
    if (times && around.times === 1) around.times = times;
    else if (codes) around.codes = codes.filter((code) => (around.codes ?? codes).includes(code));
    else return false;
    return !around.codes || around.codes.length > 0; // "$50,000 USD" says it twice, "€ 5 $" two things
  };
  const tokens = words.split(/\s+/).filter(Boolean);
  around.mayBeCredit = tokens.some((token) => /^CR\.?$/.test(token));
  return tokens.every((token) => halves(token).every(take)) ? around : null;
}

// "k€" is two words; "kr" is one.
function halves(token) {
  if (codesOf(token) || isMultiple(token)) return [token];
  const cuts = [...token].map((_, i) => [token.slice(0, i), token.slice(i)]);
  return cuts.find(([a, b]) => (isMultiple(a) && codesOf(b)) || (codesOf(a) && isMultiple(b))) ?? [token];
}

function isMultiple(word) {
  return MULTIPLES.some(([, shape]) => shape.test(word));
}

function scaled(found, sign, { times, codes, mayBeCredit }) {
  const full = (value) => Number((value * times * sign).toFixed(2)) + 0;
  if (found.wrong) return WRONG;
  if (mayBeCredit && found.value >= 1000) return { either: [found.value * sign, full(found.value)], codes }; // a bank's credit, or crores
  return found.either ? { either: found.either.map(full), codes } : { ...found, value: full(found.value), codes };
}

// ---- the number itself -------------------------------------------------------------------------

function readNumber(bare, manner, times) {
  const text = bare.replaceAll("٫", manner.decimal === "," ? "," : ".").replace(SPACED, " ");
  const marks = text.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (text.includes(" ")) return marks.length > 1 ? WRONG : joined(text, " ", last);
  if (marks.length === 0) return { value: Number(text) };
  if (marks.length === 1) return bare.includes("٫") ? joined(text, " ", last) : readOneMark(text, last, manner, times);
  if (marks.every((mark) => mark === last)) return { ...joined(text, last, null), decimal: otherMark(last) };
  return marks.indexOf(last) === marks.length - 1 ? joined(text, marks[0], last) : WRONG;
}

// "12.50" gives itself away; "1.250" may be a thousand or one and a quarter.
function readOneMark(text, mark, manner, times) {
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return joined(text, " ", mark);
  const grouped = Number(text.replace(mark, ""));
  const fraction = Number(text.replace(mark, "."));
  if (mark === manner.group || (manner.sure && mark !== manner.decimal)) return { value: grouped };
  // Nobody writes thousandths of money, unless it is "1.125m": how another amount was written is no
  // reason to take this one for a thousandth of itself.
  if (mark === manner.decimal && times > 1) return { value: fraction };
  return { either: [grouped, fraction] };
}

function joined(text, group, decimal) {
  const [whole, fraction = ""] = decimal ? text.split(decimal) : [text];
  const pieces = whole.split(group);
  const [first, inner, end] = [pieces[0], pieces.slice(1, -1), pieces.at(-1)];
  const inThrees = first.length <= 3 && inner.every((piece) => piece.length === 3);
  const indian = first.length <= 2 && inner.every((piece) => piece.length === 2);
  if (pieces.length > 1 && !(first && end.length === 3 && (inThrees || indian))) return WRONG;
  const value = { value: Number(`${pieces.join("")}.${fraction || 0}`) };
  return decimal && fraction ? { ...value, decimal } : value;
}

function otherMark(mark) {
  return mark === "." ? "," : ".";
}

// ---- and back ----------------------------------------------------------------------------------

// What is shown reads back as the same number, to the cent.
export function shownMoney(value, locale, known = null) {
  const manner = mannerOf(locale, known);
  const cents = Number.isInteger(Number(value.toFixed(2))) ? 0 : 2;
  const parts = new Intl.NumberFormat(locale, { minimumFractionDigits: cents, maximumFractionDigits: cents }).formatToParts(value);
  return parts.map(({ type, value: piece }) => (type === "decimal" || type === "group" ? manner[type] : piece)).join("");
}

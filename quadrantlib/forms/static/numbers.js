// Numbers as people type them.

export function parseTyped(text) {
  const bare = text.replace(/[\s\u00a0\u202f'’]/g, "");
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

export function shortNumber(value) {
  return new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(value);
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

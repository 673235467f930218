// What people write for a currency: its code, its sign, its name. A sign may stand for several.

const SIGNS = {
  $: ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP", "COP", "TWD"],
  "£": ["GBP", "EGP"], "€": ["EUR"], "¥": ["JPY", "CNY"], "₹": ["INR"], "₽": ["RUB"], "₺": ["TRY"], "₩": ["KRW"], "₪": ["ILS"],
  "₴": ["UAH"], "₫": ["VND"], "₦": ["NGN"], "₱": ["PHP"], "฿": ["THB"], "₡": ["CRC"], "₸": ["KZT"], "₾": ["GEL"],
  kr: ["SEK", "NOK", "DKK", "ISK"], fr: ["CHF"], sfr: ["CHF"], zł: ["PLN"], kč: ["CZK"], ft: ["HUF"], lei: ["RON"], leu: ["RON"],
  r: ["ZAR"], rs: ["INR", "PKR", "LKR", "NPR"], rm: ["MYR"], rp: ["IDR"], tl: ["TRY"], лв: ["BGN"], 元: ["CNY"], 円: ["JPY"],
  "r$": ["BRL"], "us$": ["USD"], "ca$": ["CAD"], "c$": ["CAD"], "a$": ["AUD"], "au$": ["AUD"], "nz$": ["NZD"], "s$": ["SGD"], "hk$": ["HKD"], "mx$": ["MXN"], "nt$": ["TWD"],
  dollar: ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD"], euro: ["EUR"], pound: ["GBP"], yen: ["JPY"], franc: ["CHF"], franken: ["CHF"], rupee: ["INR", "PKR", "LKR", "NPR"], quid: ["GBP"],
};

// The codes that `word` may mean; null where it means no currency.
export function codesOf(word) {
  const name = word.toLocaleLowerCase("en").replace(/\.$/, "");
  if (Object.hasOwn(SIGNS, name)) return SIGNS[name];
  if (Object.hasOwn(SIGNS, name.replace(/s$/, ""))) return SIGNS[name.replace(/s$/, "")];
  return CODES.has(name.toUpperCase()) ? [name.toUpperCase()] : null;
}

const CODES = new Set(Intl.supportedValuesOf("currency"));

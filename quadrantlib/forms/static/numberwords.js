// A number in words, where two readings of the same text shall look as different as they are.

const SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const LARGE = [[1e12, "trillion"], [1e9, "billion"], [1e6, "million"], [1e3, "thousand"], [100, "hundred"]];

// 1250 → "one thousand two hundred and fifty", 1.25 → "one point two five". To the cent.
export function inWords(value) {
  if (value < 0) return `minus ${inWords(-value)}`;
  const [whole, cents] = value.toFixed(2).split(".");
  const point = cents.replace(/0+$/, "");
  return point ? `${wholeInWords(Number(whole))} point ${[...point].map((digit) => SMALL[digit]).join(" ")}` : wholeInWords(Number(whole));
}

function wholeInWords(number) {
  if (number < 20) return SMALL[number];
  if (number < 100) return [TENS[Math.floor(number / 10)], number % 10 ? SMALL[number % 10] : ""].filter(Boolean).join("-");
  const [size, name] = LARGE.find(([least]) => number >= least);
  const rest = number % size;
  const head = `${wholeInWords(Math.floor(number / size))} ${name}`;
  if (rest === 0) return head;
  return `${head}${rest < 100 ? " and" : ""} ${wholeInWords(rest)}`;
}

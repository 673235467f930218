// The words of single fields: of money, beads, a drawn line, timed writing and a brought file.

export const FIELD_WORDS = {
  // text
  full: "That is as much as fits here.",

  // several of a few
  several: (most) => `Up to ${most} of them.`,
  thatMany: (most) => `That makes ${most}. To take another, let one of them go.`,

  // a menu
  choose: "Choose one",

  // a number
  notANumber: ({ least, most }, likes) => `This needs a number ${most < 1e12 ? `from ${least} to ${most}` : `from ${least} up`}${likes.length ? `, like ${likes.join(" or ")}` : ""}. What you typed is still here.`,

  // an amount that is a year
  notAYear: ({ least, most }) => `This needs a year from ${least} to ${most}. What you typed is still here.`,

  // money
  notMoney: "This needs one amount, like 120k, 1.2m or 45 000. What you typed is still here.",
  outsideMoney: (value, { least, most }, shown) => (value < least ? `This needs an amount from ${shown(least)} up. What you typed is still here.` : `This is more than ${shown(most)}. Is a zero too many in it?`),
  whichAmount: (typed) => `“${typed}” can be read in two ways. Which is yours?`,
  whichCurrency: (code, currency) => (currency ? `You wrote ${code}, and your other amounts are in ${currency}.` : `You wrote ${code}. Are all your amounts in it?`),
  allIn: (code) => `All of them are in ${code}`,
  thisIn: (code) => `This one is in ${code} too`,
  currencyLater: "I will say later",

  // beads
  beadsLeft: (left, total) => (left === 0 ? `All ${total} are laid.` : left === total ? `${total} to lay.` : `${left} of ${total} left to lay.`),
  beadsIn: (count) => (count === 1 ? "1 bead" : `${count} beads`),
  beadMore: (area) => `One more on ${area}`,
  beadLess: (area) => `One less on ${area}`,
  noneLeft: "There is none left to lay. Take one from somewhere else first.",
  beadsMoved: (moved) => (moved > 0 ? `${moved} more than there` : `${-moved} fewer than there`),
  beadsCopied: "They begin where you laid the others.",

  // a line over the years
  drawHere: "Draw it from left to right, with a finger or the mouse.",
  drawYears: "Year by year, with keys or numbers",
  noYears: "Fill in the first year above, and there will be something to draw on.",
  inYear: (year) => `In ${year}`,
  clearLine: "Begin the line anew",
  yearValue: (value, question) => `${value} of 10, from ${question.low_end} to ${question.high_end}`,

  // timed writing
  startClock: (minutes) => `Write for ${minutes} minutes`,
  clockRuns: (minutes) => (minutes === 0 ? "Less than a minute left" : minutes === 1 ? "About a minute left" : `About ${minutes} minutes left`),
  clockDone: "The time is round. Stay as long as you like.",
  hideClock: "Hide the clock",
  showClock: "Show the clock",
  startWith: "Begin with:",
  lookAround: "In case it helps",

  // a file that is brought
  hearPromise: "It is read here, answered below and not kept.",
  hearing: "Reading…",
  tooLarge: "This file is larger than two megabytes, so it was not read. Nothing was changed. Export fewer columns or years, and try again.",
  notText: "This file is not plain text, so it was not read. Nothing was changed. Save it as CSV and try again.",
};

// What a person reads where rows are written, picked, logged, sealed and marked.

export const ROW_WORDS = {
  today: "today",
  yesterday: "yesterday",
  done: "Done",
  takeOff: "Take it off the list",
  // logging
  add: "Write it down",
  blankDay: "Nothing comes to mind?",
  written: (words) => `“${words}” is written down.`,
  earlier: "Show earlier ones",
  logFull: "This log is full. Take something off below to make room.",

  // picking
  pickFull: (most) => (most === 1 ? "One is enough here. Take the other off first." : `${most} at most. Take one off first, if another matters more.`),
  picked: (count, most) => (count === 0 ? "" : most > 20 ? `${count} chosen.` : `${count} chosen, of ${most} at most.`),
  pickOwn: "Something of your own",
  pickAdd: "Add it",

  // marking
  writeFirst: "There is nothing to mark yet. Write the text first, then come back.",
  markHelp: "Tap a phrase to mark it, or select any words of yours.",
  markSelected: (words) => `Mark “${words}”`,
  markFull: (most) => `${most} are marked, and that is enough. Take one off below to mark another.`,
  marked: "What you marked. You can put it into other words here.",

  listFull: (count) => `${count} listed, and that is room enough.`,

  // sealing
  sealedTill: (day) => `sealed until ${day}`,
  unsealed: "open now",
  seal: "Seal it",
  unseal: "Not yet: open it again",
  sealNeedsDay: "Once its day is set, you can seal it.",
  sealedUntil: (since, until) => (until ? `Sealed on ${since}. It opens on ${until}.` : `Sealed on ${since}. It opens on the Monday after its day: which day will that be?`),
};

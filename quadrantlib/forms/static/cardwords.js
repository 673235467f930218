// The words of cards: dealt, taken, put in order, held one against the other, brought in a file.

export const CARD_WORDS = {
  // piles
  dealtCount: (at, of) => `${at} of ${of}`,
  onceMore: "Once more",
  takeBack: "Take the last one back",
  noOwnCards: "There are no cards of your own yet. Go back and write a few down, or choose a deck.",
  allSorted: "That was the last card.",
  allSortedHelp: "You can still move any of them: choose it below.",
  pileKeys: (count) => `Press ${count > 2 ? `1 to ${count}` : "1 or 2"}, or drag the card. Backspace takes the last one back.`,
  pileTouch: "Tap a pile, or swipe the card to one side.",
  pileName: (label, count) => `${label}. ${count === 1 ? "1 card" : `${count} cards`} there.`,
  cardIs: (name, help, count) => `${name}. ${help ? `${help} ` : ""}${count}.`,
  cardBack: (name) => `${name} is back.`,
  whatLiesWhere: "What lies where",
  nothingThere: "No cards yet.",
  lookAgain: (name) => `Look at ${name} again`,

  // taking
  noCards: "There is nothing to choose from yet. Go back to the cards first.",
  toTakeAtMost: (most, of) => (of === 1 ? "Take it, or leave it." : most === 1 ? "Choose one, or none." : most >= of ? "Take as many as you like." : `Up to ${most}. Fewer is fine.`),
  taken: (count, most, of) => (count === 0 ? CARD_WORDS.toTakeAtMost(most, of) : count === most ? `${count} taken, and that is all there is room for.` : `${count} taken, of ${most} at most.`),
  noRoom: (name, most) => `There is room for ${most === 1 ? "one" : most}. To take “${name}”, put one back first.`,
  takeAll: (count) => (count === 2 ? "Take both" : `Take all ${count}`),

  // ordering
  placeOf: (name, at, of) => `${name}: place ${at} of ${of}`,
  grip: (name, at, of) => `${name}, place ${at} of ${of}. Drag it, or use the arrow keys.`,
  up: (name) => `Move ${name} up`,
  down: (name) => `Move ${name} down`,
  putBack: (name) => `Put ${name} back`,
  isBack: (name) => `${name} is put back.`,
  toTake: "Choose the one that comes first, then the next",
  toTakeMore: "Still to choose from",

  // pairs
  pairCount: (at, most) => `Pair ${at}, of ${most} at most`,
  againCount: (at, of) => `Once more with sides swapped: ${at} of ${of}`,
  or: "or",
  pairKeys: "Press 1 or 2. Backspace takes the last answer back. Stop whenever you like: what you said is kept.",
  pairTouch: "Stop whenever you like: what you said is kept.",
  pairAsk: (one, other) => `${one}, or ${other}?`,
  pairsTooFew: "This needs two cards at least. Choose them first.",
  pairsOrder: "This is the order you gave them.",
  pairsDone: "That was the last pair.",
  takeOrder: (count) => `Take the first ${count} in this order`,

  // a text file
  textFile: "From a text file",
  textFilePromise: "One a line. The file itself is not kept; your lines are.",
  linesAdded: (count) => (count === 1 ? "One is added." : `${count} are added.`),
  noLines: "Nothing in this file is new here. Your list is as it was.",
  linesTooLong: (count, longest) => `${count === 1 ? "One line was" : `${count} lines were`} longer than ${longest} characters and stayed out.`,
  linesTooMany: (count) => `${count === 1 ? "One more did" : `${count} more did`} not fit on this list.`,
  notText: "This does not look like plain text. Your list is as it was. Save the file as plain text, one a line, and bring it again.",
  textTooBig: "This file is larger than a list of words would be. Your list is as it was. Bring a file with one a line.",
};

// What a person reads where rows are written, picked, logged, sealed and marked.

export const ROW_WORDS = {
  listFull: (count) => `${count} listed, and that is room enough.`,

  // sealing
  seal: "Seal it",
  unseal: "Not yet: open it again",
  sealNeedsDay: "Once its day is set, you can seal it.",
  sealedUntil: (since, until) => (until ? `Sealed on ${since}. It opens on ${until}.` : `Sealed on ${since}. It opens on the Monday after its day: which day will that be?`),
};

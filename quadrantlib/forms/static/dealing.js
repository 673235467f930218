// The deck as it is dealt: what was dealt before keeps its place, what is new comes after it in a
// random order, and cards of one's own come last.

// `stored` are ids in the order they were dealt in; `lying` says on which pile a card lies: one that
// was sorted stays, whatever the size of the deck is now.
export function dealt({ deck }, { size, own, stored, lying }) {
  const places = new Map(stored.map((id, place) => [id, place]));
  const isWanted = (card) => lying[card.id] !== undefined || size === "full" || (size === "short" && card.short);
  const wanted = deck.filter(isWanted);
  const known = wanted.filter((card) => places.has(card.id)).sort((a, b) => places.get(a.id) - places.get(b.id));
  const fresh = shuffled(wanted.filter((card) => !places.has(card.id)));
  const written = own.filter((row) => row.name?.trim()).map((row) => ({ id: row.id, label: row.name.trim(), help: "" }));
  return [...known, ...fresh, ...written];
}

// Fisher and Yates, with dice that favour nobody: a draw from the uneven end is drawn again.
export function shuffled(list) {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
  }
  return mixed;
}

function below(count) {
  const even = 2 ** 32 - (2 ** 32 % count);
  const [drawn] = crypto.getRandomValues(new Uint32Array(1));
  return drawn < even ? drawn % count : below(count);
}

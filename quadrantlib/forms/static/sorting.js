// Putting cards in order by pairs: a merge sort, replayed from the answers. The same algorithm as in
// quadrantlib/exercises/values/sorting.py, whose docstring says how; a test runs both.

const AGAIN = 5;

// How far the answers sort `ids`: the pairs gone through, the next one, the order once it is there.
export function replay(ids, rows) {
  const winners = winnersOf(rows);
  const run = mergeSort([...ids]);
  const asked = [];
  let step = run.next();
  while (!step.done && winners.has(pairKey(step.value))) {
    asked.push(step.value);
    step = run.next(winners.get(pairKey(step.value)));
  }
  return { asked, next: step.done ? null : step.value, order: step.done ? step.value : null };
}

// The pairs to ask a second time, sides swapped, spread over those `asked`.
export function againPairs(asked) {
  const few = Math.min(AGAIN, asked.length);
  return Array.from({ length: few }, (_, i) => asked[Math.floor((i * asked.length) / few)].slice().reverse());
}

// The next pair, first of the sort and then of those asked again; null at the end.
export function nextPair(ids, rows) {
  const { asked, next } = replay(ids, rows);
  const winners = winnersOf(rows);
  return next ?? againPairs(asked).find((pair) => !winners.has(pairKey(pair))) ?? null;
}

// The most pairs that sorting so many cards can take (Knuth, TAOCP 3, 5.2.4).
export function mostPairs(count) {
  const levels = Math.ceil(Math.log2(Math.max(1, count)));
  return count * levels - 2 ** levels + 1;
}

export function isPairAnswered(rows, pair) {
  return winnersOf(rows).has(pairKey(pair));
}

function pairKey([a, b]) {
  return JSON.stringify([a, b]);
}

function winnersOf(rows) {
  const valid = rows.filter(({ a, b, winner }) => a && b && (winner === a || winner === b));
  return new Map(valid.map(({ a, b, winner }) => [pairKey([a, b]), winner]));
}

function* mergeSort(ids) {
  const middle = Math.floor(ids.length / 2);
  if (!middle) return ids;
  const left = yield* mergeSort(ids.slice(0, middle));
  const right = yield* mergeSort(ids.slice(middle));
  const merged = [];
  while (left.length && right.length) {
    const winner = yield [left[0], right[0]];
    merged.push((winner === left[0] ? left : right).shift());
  }
  return [...merged, ...left, ...right];
}

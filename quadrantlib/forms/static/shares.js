// Regions and shares while a finger drags: the arithmetic of quadrantlib/quadrant.py, number for
// number. Change both or neither; tests/browser/test_one_arithmetic.py runs them side by side.

export const PLACES = ["hard_assigned", "easy_assigned", "easy_chosen", "hard_chosen", "on_the_line"];

// High is strictly above the cut; exactly on it, on either axis, is on the line.
export function region(difficulty, autonomy, cutD = 5, cutA = 5) {
  if (difficulty === cutD || autonomy === cutA) return "on_the_line";
  if (autonomy > cutA) return difficulty > cutD ? "hard_chosen" : "easy_chosen";
  return difficulty > cutD ? "hard_assigned" : "easy_assigned";
}

// tasks: [{difficulty, autonomy, hours}]; those without a place or without hours do not count.
// Returns {place: fraction}, five of them, summing to 1; null where there are no hours to share.
export function shares(tasks, cutD = 5, cutA = 5) {
  const hours = Object.fromEntries(PLACES.map((place) => [place, 0]));
  let whole = 0;
  for (const task of tasks.filter(countsInShares)) {
    hours[region(task.difficulty, task.autonomy, cutD, cutA)] += task.hours;
    whole += task.hours;
  }
  if (!(whole > 0)) return null;
  return Object.fromEntries(PLACES.map((place) => [place, hours[place] / whole]));
}

function countsInShares(task) {
  return [task.difficulty, task.autonomy, task.hours].every(Number.isFinite);
}

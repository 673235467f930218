// Every wait on a page goes through here, so that each one ends in a word: what came of it, what
// stood in the way, or that it takes longer than it should. What comes late takes that word's place.

import { localDay } from "./numbers.js";
import { WAITING_WORDS } from "./waitingwords.js";

const PATIENCE_MS = 30_000;
const ANSWERS = new Set(["calendar", "errand", "heard"]);

// An error whose message is meant for whoever reads the page.
export class Told extends Error {}

// `say(words, isTrouble)` is where this place speaks. What is begun here anew makes what was begun
// before of no account. `done` is handed what the work came to, and returns what is said of it.
export function waitingPlace(store, say) {
  let turn = 0;
  return async (begun, work, done) => {
    turn += 1;
    const mine = turn;
    const tell = (...said) => { if (mine === turn) say(...said); };
    const impatient = setTimeout(() => tell(WAITING_WORDS.long, true), PATIENCE_MS);
    const sayIfLost = () => { if (store.status.state === "lost") tell(WAITING_WORDS.lost, true); };
    const off = store.on((what) => { if (what === "status") sayIfLost(); });
    try {
      if (begun) tell(begun);
      sayIfLost();
      const found = await work();
      if (mine === turn) tell(done(found) ?? "");
    } catch (trouble) {
      tell(trouble instanceof Told ? trouble.message : WAITING_WORDS.broken, true);
    } finally {
      clearTimeout(impatient);
      off();
    }
  };
}

// Asks the kernel, and returns its answer: each question is known by its number.
export function ask(store, message) {
  store.asked = (store.asked ?? 0) + 1;
  const seq = store.asked;
  return new Promise((resolve, reject) => {
    const off = store.on((answer) => {
      if (!ANSWERS.has(answer.kind) || answer.seq !== seq) return;
      off();
      if (answer.trouble) reject(new Told(answer.trouble));
      else resolve(answer);
    });
    store.send({ ...message, seq, today: localDay() });
  });
}

// For a wait that has no end of its own: `word` is called once it has been too long.
export async function patiently(promise, word) {
  const impatient = setTimeout(word, PATIENCE_MS);
  try { return await promise; } finally { clearTimeout(impatient); }
}

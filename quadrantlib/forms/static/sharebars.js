// The shares under the board, as slim bars that follow the finger; the guess is a ghost beside them.

import { el, fill } from "./dom.js";
import { percent } from "./numbers.js";
import { region, shares } from "./shares.js";
import { wakingHours } from "./hours.js";
import { WORDS } from "./words.js";

export function shareBars() {
  const parts = Object.keys(WORDS.regions).map((name) => {
    return { name, node: el("div", { class: "q-share", "data-region": name }) };
  });
  const bar = el("div", { class: "q-shares", "aria-hidden": "true" }, parts.map((part) => part.node));
  const guessed = guessBar();
  const refresh = (measured, store, tasks) => {
    bar.hidden = !measured;
    for (const part of parts) {
      const share = measured?.[part.name] ?? 0;
      part.node.style.flexGrow = share;
      part.node.hidden = share === 0;
    }
    guessed.refresh(measured, store, tasks);
  };
  return { node: el("div", { class: "q-sharebox" }, bar, guessed.node), refresh };
}

function guessBar() {
  const measuredBar = el("div", { class: "q-measured" });
  const ghost = el("div", { class: "q-ghost" });
  const words = el("p", { class: "q-help" });
  const node = el("div", { class: "q-guess" }, words, el("div", { class: "q-track", "aria-hidden": "true" }, measuredBar, ghost));
  const refresh = (measured, store, tasks) => {
    const guess = store.get(["guess"]);
    node.hidden = guess === undefined || !measured;
    if (node.hidden) return;
    const share = wakingShare(store, tasks, measured.hard_assigned);
    measuredBar.style.width = `${Math.min(1, share) * 100}%`;
    ghost.style.width = `${guess * 10}%`;
    words.textContent = WORDS.guessBeside(percent(share), percent(guess / 10));
  };
  return { node, refresh };
}

function wakingShare(store, tasks, share) {
  const hours = tasks.reduce((sum, task) => sum + (task.hours ?? 0), 0);
  const waking = wakingHours(store);
  return waking > 0 ? (share * hours) / waking : 0;
}

export function sensitivityTable(named) {
  const body = el("tbody");
  const moving = el("p", { class: "q-help" });
  const head = el("tr", {}, el("th", { scope: "col" }, WORDS.lineAt), [4, 5, 6].map((cut) => el("th", { scope: "col" }, String(cut))));
  const node = el("div", { class: "q-sensitivity" }, el("p", { class: "q-help" }, WORDS.sensitivityHelp), el("table", { class: "q-table" }, el("thead", {}, head), body), moving);
  const refresh = (tasks) => {
    const line = (words, cuts) => el("tr", {}, el("th", { scope: "row" }, words), cuts.map(([d, a]) => el("td", {}, percent(shares(tasks, d, a)?.hard_assigned ?? 0))));
    fill(body, line(WORDS.cutHard, [[4, 5], [5, 5], [6, 5]]), line(WORDS.cutChosen, [[5, 4], [5, 5], [5, 6]]));
    const movers = tasks.filter((task) => [[4, 5], [6, 5], [5, 4], [5, 6]].some(([d, a]) => region(task.difficulty, task.autonomy, d, a) !== region(task.difficulty, task.autonomy)));
    moving.textContent = movers.length ? WORDS.movers(movers.map((task) => `“${named(task)}”`).join(", ")) : WORDS.noMovers;
    node.hidden = !shares(tasks);
  };
  return { node, refresh };
}

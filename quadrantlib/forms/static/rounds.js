// What is said above a page's questions: a round that has had its time, a later version's journal,
// an answer that two windows changed, the thirty minutes of last time.

import { el, fill } from "./dom.js";
import { field } from "./fields.js";
import { localDay, shortNumber, shownDay } from "./numbers.js";
import { WORDS } from "./words.js";

export function roundNotice(store) {
  const node = el("div", { class: "q-round" });
  const button = (words, name, act, quiet) => el("button", { type: "button", class: quiet ? "q-button q-quiet" : "q-button", "data-q-do": name, onclick: act }, words);
  const start = () => button(WORDS.startRound, "start_round", () => store.startRound(localDay()));
  const correct = () => button(WORDS.correctRound, "correct_round", () => store.send({ kind: "correct_round", today: localDay() }), true);
  const refresh = () => {
    const { locked, started, conflicts } = store.state;
    const parts = [];
    if (locked === "newer") parts.push(el("p", {}, WORDS.newerJournal));
    if (locked === "past") parts.push(el("p", {}, WORDS.lockedRound(shownDay(started))), el("div", { class: "q-ways" }, start(), correct()));
    for (const conflict of conflicts) parts.push(conflictNotice(store, conflict));
    fill(node, parts);
    node.hidden = parts.length === 0;
  };
  return { node, refresh };
}

function conflictNotice(store, { id, ask, other, path }) {
  const settle = (keep) => store.send({ kind: "settle", id, keep, today: localDay() });
  return el("div", { class: "q-conflict", role: "alert" }, el("p", {}, WORDS.conflict(ask)), el("p", { class: "q-help" }, `${WORDS.hereIs} `, el("q", { dir: "auto" }, shownValue(store.get(path)))), el("p", { class: "q-help" }, `${WORDS.otherWas} `, el("q", { dir: "auto" }, shownValue(other))),
    el("div", { class: "q-ways" }, el("button", { type: "button", class: "q-button", onclick: () => settle("mine") }, WORDS.keepMine), el("button", { type: "button", class: "q-button q-quiet", onclick: () => settle("other") }, WORDS.keepOther)));
}

function shownValue(value) {
  if (value === null || value === undefined) return "–";
  if (typeof value === "number") return shortNumber(value);
  return typeof value === "string" ? value : value.name ?? JSON.stringify(value);
}

// A question that looks back: its answer belongs to an earlier round, or to this one a week later.
export function lookBackField(store, question) {
  const asked = () => store.state.back ?? {};
  const intro = el("p", { class: "q-quote", dir: "auto" });
  const made = field(question, {
    get: () => asked().answer,
    set: (value) => {
      const before = asked().answer ?? null;
      asked().answer = value;
      store.setBack(asked().round, [question.name], before, value);
      made.refresh();
    },
  });
  const refresh = () => {
    if (asked().what) intro.textContent = WORDS.claimAsk(asked().what, asked().when ? shownDay(asked().when) : "");
    made.refresh();
  };
  return { node: el("div", {}, intro, made.node), refresh };
}

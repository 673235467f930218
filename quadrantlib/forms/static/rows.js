// Rows, whatever view they are answered in: which there are, what one is called, where a cell lies.

import { el, fill } from "./dom.js";
import { localDay, shownDay } from "./numbers.js";
import { opening } from "./seal.js";
import { WORDS } from "./words.js";

export function column(question, name) {
  return question.columns.find((one) => one.name === name);
}

// The rows there are. Those about something are there before anything is answered, and go with it.
export function rowsOf(store, question) {
  const written = store.rows(question.name);
  if (!question.about) return written;
  return subjects(store, question).map(({ id }) => written.find((row) => row.id === id) ?? { id });
}

function subjects(store, question) {
  return store.state.about?.[question.name] ?? [];
}

export function rowName(store, question, row) {
  if (question.about) return subjects(store, question).find(({ id }) => id === row.id)?.name || WORDS.untitled;
  const offered = question.offers.find(({ id }) => id === row.id);
  return offered?.label ?? nameWritten(question, row) ?? WORDS.untitled;
}

function nameWritten(question, row) {
  const value = row[question.columns[0].name];
  if (value === undefined || !["words", "day"].includes(question.columns[0].kind) || value.trim() === "") return undefined;
  return question.columns[0].kind === "day" ? shownDay(value) : value.trim();
}

export function cell(store, question, id, name) {
  const beside = (other) => (column(question, other) ? [question.name, id, other] : [other]);
  const isTyped = column(question, name).kind === "words";
  return {
    get: () => store.get([question.name, id, name]),
    set: (value) => store.set([question.name, id, name], value, { now: !isTyped }),
    suggestions: (figures) => store.state.suggestions[figures] ?? [],
    sibling: (other) => store.get(beside(other)),
    setSibling: (other, value) => store.set(beside(other), value),
    days: [],
    store,
  };
}

// Whether a column has its time yet: some are asked only once a day lies in the past, and what
// follows a sealed letter only once that is open.
export function isDue(question, one, row) {
  if (!one.after) return true;
  const day = row[one.after];
  const letter = question.columns.find((each) => each.sealed && each.opens === one.after && row[each.sealed]);
  return Boolean(day) && (letter ? localDay() >= opening(day) : day < localDay());
}

export function isBare(question, row) {
  return Object.keys(row).every((key) => key === "id" || key === question.columns[0].name);
}

// ---- taking a row away -------------------------------------------------------------------

export function undoLine() {
  return el("p", { class: "q-undo", role: "status" });
}

export function removeRow(store, question, id, undone) {
  const row = store.get([question.name, id]);
  store.set([question.name, id], null, { now: true });
  fill(undone, `${WORDS.removed(rowName(store, question, row))} `,
    el("button", { type: "button", class: "q-clear", onclick: () => { putBack(store, question, row); fill(undone); } }, WORDS.undo));
}

// Somebody may have typed its name again before thinking of Undo: then it is there once, and whole.
function putBack(store, question, row) {
  const name = nameWritten(question, row);
  const again = store.rows(question.name).find((other) => name && isBare(question, other) && nameWritten(question, other) === name);
  store.setAll([...(again ? [[[question.name, again.id], null]] : []), [[question.name, row.id], row]], { now: true });
}

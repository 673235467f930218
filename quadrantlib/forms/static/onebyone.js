// One row at a time, with large buttons; what was answered stands below and can be changed.

import { el, fill, more } from "./dom.js";
import { field } from "./fields.js";
import { cell, column, isDue, rowName, rowsOf } from "./rows.js";
import { WORDS } from "./words.js";

export function oneByOneView(store, question, step, rowsHere) {
  const main = column(question, step.columns[0]);
  const others = step.columns.slice(1).map((name) => column(question, name));
  const state = { at: null };
  const named = (row) => rowName(store, question, row);
  const card = oneCard(main, step.title, named, (value) => answer(value));
  const summary = el("div", { class: "q-summary" });
  const empty = el("p", { class: "q-help" });
  const node = el("div", { class: "q-onebyone" }, card.node, summary, empty);
  const due = () => rowsHere().filter((row) => isDue(question, main, row));

  const open = () => due().find((row) => row[main.name] === undefined && !state.skipped?.has(row.id));
  const answer = (value) => {
    const id = state.at;
    if (value === undefined) (state.skipped ??= new Set()).add(id);
    else store.set([question.name, id, main.name], value, { now: true });
    state.at = null;
    refresh();
    if (!state.at) summary.querySelector("button")?.focus();
  };
  const refresh = () => {
    const rows = due();
    if (!rows.some((row) => row.id === state.at)) state.at = null;
    state.at ??= open()?.id ?? null;
    const row = rows.find((one) => one.id === state.at);
    empty.textContent = rows.length ? "" : (rowsOf(store, question).length ? WORDS.noneHere : WORDS.noRows);
    card.show(row, rows.indexOf(row) + 1, rows.length);
    const listed = rows.filter((one) => one !== row && (one[main.name] !== undefined || !row));
    // Built anew only when it says something new: focus would fall out of it otherwise.
    const says = JSON.stringify([Boolean(row), listed.map((one) => [one.id, named(one), one[main.name]])]);
    if (says === state.says) return;
    state.says = says;
    fill(summary, !row && rows.length ? el("p", { class: "q-help" }, WORDS.allAnswered) : null,
      listed.length ? el("ul", { class: "q-answers" }, listed.map((one) => answeredLine(one, named(one), main, (id) => { state.at = id; state.skipped?.delete(id); refresh(); card.focus(); }))) : null,
      !row && others.length && rows.length ? othersBehind(store, question, others, rows) : null);
  };
  return { node, refresh };
}

const DOUBLE_MS = 250;
let lastCardClick = 0;

// The second half of a double click would answer a card that nobody has read.
function once(event, act) {
  const isDouble = event.detail > 1 && event.timeStamp - lastCardClick < DOUBLE_MS;
  lastCardClick = event.timeStamp;
  if (!isDouble) act();
}

function oneCard(main, title, named, answer) {
  const name = el("p", { class: "q-card-name", dir: "auto", "aria-live": "polite" });
  const count = el("p", { class: "q-card-count" });
  const buttons = main.options.map((option) => el("button", { type: "button", class: "q-big", "data-option": option.id, onclick: (event) => once(event, () => answer(option.id)) },
    el("span", {}, option.label), option.help ? el("small", {}, option.help) : null));
  const skip = el("button", { type: "button", class: "q-clear", onclick: () => answer(undefined) }, WORDS.skip);
  const node = el("fieldset", { class: "q-card" }, el("legend", { class: "q-sr" }, main.ask), count, name,
    el("p", { class: "q-card-ask", hidden: main.ask === title }, main.ask), el("div", { class: `q-bigs q-bigs-${buttons.length}` }, buttons), skip);
  const show = (row, at, of) => {
    node.hidden = !row;
    if (!row) return;
    name.textContent = named(row);
    count.textContent = WORDS.cardCount(at, of);
    for (const button of buttons) button.setAttribute("aria-pressed", String(String(row[main.name]) === button.dataset.option));
  };
  return { node, show, focus: () => buttons[0].focus() };
}

function answeredLine(row, name, main, change) {
  const option = main.options.find((one) => one.id === row[main.name]);
  return el("li", {}, el("span", { class: "q-answer-name", dir: "auto" }, name),
    el("button", { type: "button", class: "q-answer", "aria-label": `${WORDS.changeFor(name)} (${option?.label ?? WORDS.unanswered})`, onclick: () => change(row.id) },
      option?.label ?? WORDS.unanswered));
}

function othersBehind(store, question, others, rows) {
  return more(others[0].ask, others.flatMap((other) => rows.map((row) =>
    field(other, { ...cell(store, question, row.id, other.name), label: `${rowName(store, question, row)}: ${other.ask.toLowerCase()}` }).node)));
}

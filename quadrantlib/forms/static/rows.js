// A list of rows, answered one step at a time: written down, then asked about one by one.

import { el, fill, more, newRowId } from "./dom.js";
import { field } from "./fields.js";
import { shortNumber } from "./numbers.js";
import { WORDS } from "./words.js";

export function rowName(row) {
  return row.name?.trim() || WORDS.untitled;
}

export function column(question, name) {
  return question.columns.find((one) => one.name === name);
}

function cell(store, question, id, name) {
  const beside = (other) => (column(question, other) ? [question.name, id, other] : [other]);
  return {
    get: () => store.get([question.name, id, name]),
    set: (value) => store.set([question.name, id, name], value, { now: typeof value !== "string" || name !== "name" }),
    sibling: (other) => store.get(beside(other)),
    setSibling: (other, value) => store.set(beside(other), value),
    store,
  };
}

// ---- writing the list --------------------------------------------------------------------

export function listView(store, question, step, aid) {
  const lines = new Map();
  const list = el("ol", { class: "q-lines" });
  const said = el("p", { class: "q-help", role: "status" });
  const undone = el("p", { class: "q-undo", role: "status" });
  const add = el("button", { type: "button", class: "q-button q-quiet", onclick: () => another() }, WORDS.addRow(question.noun));
  let spare = 0;
  let shown = [];
  const another = () => { spare += 1; refresh(); shown.at(-1).input.focus(); };
  const next = (line) => { if (line.nextElementSibling) focusLine(line.nextElementSibling); else if (!add.hidden) another(); };
  const context = { store, question, undone, next };

  // A line keeps its place while it is written in: whatever moves on the page loses the cursor.
  const refresh = () => {
    const rows = store.rows(question.name);
    const here = new Set(rows.map((row) => row.id));
    shown = shown.filter((line) => here.has(line.id) || !line.wasWritten);
    for (const row of rows) if (!shown.some((line) => line.id === row.id)) shown.splice(shown.filter((line) => here.has(line.id)).length, 0, lines.get(row.id) ?? lineFor(context, lines, row.id));
    for (const line of shown) line.wasWritten ||= here.has(line.id);
    const room = Math.min(question.at_most, Math.max(question.stay, rows.length + spare));
    while (shown.length < room) shown.push(lineFor(context, lines, newRowId()));
    while (shown.length > room && !here.has(shown.at(-1).id)) shown.pop();
    shown.forEach((line, i) => line.refresh(i + 1));
    fill(list, shown.map((line) => line.node));
    const over = rows.length - question.stay;
    said.textContent = over > 0 ? WORDS.tooMany(over, question.stay) : WORDS.listed(rows.length, question.stay);
    said.classList.toggle("q-nudge", over > 0);
    add.hidden = shown.length > rows.length || rows.length >= question.at_most;
  };
  return { node: el("div", { class: "q-list" }, aid, list, el("div", { class: "q-under" }, said, add), undone), refresh };
}

function lineFor({ store, question, undone, next }, lines, id) {
  const first = question.columns[0];
  const path = [question.name, id];
  const input = el("input", {
    type: "text", class: "q-input q-line", dir: "auto", autocomplete: "off", maxlength: first.longest,
    oninput: () => writeLine(store, path, first.name, input.value),
    onkeydown: (event) => { if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); next(node); } },
    onblur: () => { if (!input.value.trim() && isBare(store.get(path))) store.set(path, null); },
  });
  const remove = el("button", { type: "button", class: "q-icon", onclick: () => removeLine(store, path, undone, () => next(node)) }, "×");
  const node = el("li", { class: "q-line-row" }, input, remove);
  const refresh = (number) => {
    const name = store.get([...path, first.name]) ?? "";
    if (document.activeElement !== input && input.value !== name) input.value = name;
    input.setAttribute("aria-label", WORDS.rowLabel(question.noun, number));
    input.placeholder = number === 1 ? first.example : "";
    remove.setAttribute("aria-label", WORDS.removeRow(name));
    remove.classList.toggle("q-away", !store.get(path));
    remove.disabled = !store.get(path);
  };
  const line = { id, node, input, refresh };
  lines.set(id, line);
  return line;
}

function writeLine(store, path, name, value) {
  if (store.get(path)) store.set([...path, name], value.trim() ? value : null);
  else if (value.trim()) store.set(path, { id: path[1], [name]: value });
}

function isBare(row) {
  return row !== undefined && Object.keys(row).every((key) => key === "id" || key === "name");
}

function removeLine(store, path, undone, focusNext) {
  const row = store.get(path);
  focusNext();
  store.set(path, null, { scope: "list", now: true });
  fill(undone, `${WORDS.removed(rowName(row))} `,
    el("button", { type: "button", class: "q-clear", onclick: () => { store.undo(); fill(undone); } }, WORDS.undo));
}

function focusLine(line) {
  line.querySelector("input").focus();
}

// ---- one at a time -----------------------------------------------------------------------

export function oneByOneView(store, question, step, rowsHere) {
  const main = column(question, step.columns[0]);
  const others = step.columns.slice(1).map((name) => column(question, name));
  const state = { at: null };
  const card = oneCard(main, step.title, (value) => answer(value));
  const summary = el("div", { class: "q-summary" });
  const empty = el("p", { class: "q-help" });
  const node = el("div", { class: "q-onebyone" }, card.node, summary, empty);

  const open = () => rowsHere().find((row) => row[main.name] === undefined && !state.skipped?.has(row.id));
  const answer = (value) => {
    const id = state.at;
    if (value === undefined) (state.skipped ??= new Set()).add(id);
    else store.set([question.name, id, main.name], value, { now: true });
    state.at = null;
    refresh();
    if (!state.at) summary.querySelector("button")?.focus();
  };
  const refresh = () => {
    const rows = rowsHere();
    if (!rows.some((row) => row.id === state.at)) state.at = null;
    state.at ??= open()?.id ?? null;
    const row = rows.find((one) => one.id === state.at);
    empty.textContent = rows.length ? "" : (store.rows(question.name).length ? WORDS.noneHere : WORDS.noRows);
    card.show(row, rows.indexOf(row) + 1, rows.length);
    const listed = rows.filter((one) => one !== row && (one[main.name] !== undefined || !row));
    // Built anew only when it says something new: focus would fall out of it otherwise.
    const says = JSON.stringify([Boolean(row), listed.map((one) => [one.id, one.name, one[main.name]])]);
    if (says === state.says) return;
    state.says = says;
    fill(summary, !row && rows.length ? el("p", { class: "q-help" }, WORDS.allAnswered) : null,
      listed.length ? el("ul", { class: "q-answers" }, listed.map((one) => answered(one, main, (id) => { state.at = id; state.skipped?.delete(id); refresh(); card.focus(); }))) : null,
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

function oneCard(main, title, answer) {
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
    name.textContent = rowName(row);
    count.textContent = WORDS.cardCount(at, of);
    for (const button of buttons) button.setAttribute("aria-pressed", String(String(row[main.name]) === button.dataset.option));
  };
  return { node, show, focus: () => buttons[0].focus() };
}

function answered(row, main, change) {
  const option = main.options.find((one) => one.id === row[main.name]);
  return el("li", {}, el("span", { class: "q-answer-name", dir: "auto" }, rowName(row)),
    el("button", { type: "button", class: "q-answer", "aria-label": `${WORDS.changeFor(rowName(row))} (${option?.label ?? WORDS.unanswered})`, onclick: () => change(row.id) },
      option?.label ?? WORDS.unanswered));
}

function othersBehind(store, question, others, rows) {
  return more(others[0].ask, others.flatMap((other) => rows.map((row) =>
    field(other, { ...cell(store, question, row.id, other.name), label: `${rowName(row)}: ${other.ask.toLowerCase()}` }).node)));
}

// ---- every row, a line of controls -------------------------------------------------------

export function eachView(store, question, step) {
  const lines = new Map();
  const list = el("ul", { class: "q-each" });
  const total = el("p", { class: "q-total", role: "status" });
  const empty = el("p", { class: "q-help" }, WORDS.noRows);
  const unit = { weekly: false };
  const asked = step.columns.map((name) => column(question, name));
  const days = () => store.get(["window_days"]) ?? 28;
  const switcher = asked.some((one) => one.unit === "h") ? unitSwitch(unit, days, () => refresh()) : null;
  const refresh = () => {
    const rows = store.rows(question.name);
    for (const row of rows) if (!lines.has(row.id)) lines.set(row.id, eachLine(store, question, asked, row.id, { unit, days }));
    fill(list, rows.map((row) => lines.get(row.id).node));
    for (const row of rows) lines.get(row.id).refresh();
    const hours = rows.reduce((sum, row) => sum + (row.hours ?? 0), 0);
    total.textContent = hours ? WORDS.total(shortNumber(hours), shortNumber(Math.round((24 - (store.get(["sleep_hours"]) ?? 8)) * days()))) : "";
    empty.hidden = rows.length > 0;
    if (switcher) switcher.hidden = rows.length === 0;
  };
  return { node: el("div", {}, switcher, list, empty, total), refresh };
}

function unitSwitch(unit, days, changed) {
  const option = (weekly, words) => el("label", { class: "q-option" },
    el("input", { type: "radio", name: "q-hours-unit", checked: unit.weekly === weekly, onchange: () => { unit.weekly = weekly; changed(); } }), el("span", { class: "q-option-words" }, words));
  return el("fieldset", { class: "q-field q-choice q-inline" }, el("legend", { class: "q-label" }, WORDS.hoursAs),
    el("div", { class: "q-options" }, option(false, WORDS.perWindow(days())), option(true, WORDS.perWeek)));
}

function eachLine(store, question, asked, id, { unit, days }) {
  const name = el("p", { class: "q-each-name", dir: "auto" });
  const factor = (one) => (one.unit === "h" && unit.weekly ? days() / 7 : 1);
  const made = asked.map((one) => {
    const plain = cell(store, question, id, one.name);
    const binding = {
      ...plain,
      get: () => (plain.get() === undefined ? undefined : typeof plain.get() === "number" ? Math.round((plain.get() / factor(one)) * 100) / 100 : plain.get()),
      set: (value) => plain.set(typeof value === "number" ? Math.round(value * factor(one) * 100) / 100 : value),
      get label() { return one.kind === "choice" ? `${one.ask.replace("?", "")}: ${rowName(store.get([question.name, id]) ?? {})}` : rowName(store.get([question.name, id]) ?? {}); },
    };
    return field(one, binding);
  });
  const node = el("li", { class: "q-each-row" }, name, el("div", { class: "q-each-controls" }, made.map((one) => one.node)));
  const refresh = () => {
    name.textContent = rowName(store.get([question.name, id]));
    for (const one of made) one.refresh();
  };
  return { node, refresh };
}

// A log: one line and Enter, and what was written before it, the newest first.
//
// What is being written is a row from its first letter on, so that nothing waits for Enter to be safe.

import { el, fill, more, newRowId } from "./dom.js";
import { dayFrom } from "./day.js";
import { field } from "./fields.js";
import { keyOf } from "./keys.js";
import { localDay } from "./numbers.js";
import { shortDay } from "./rowdetails.js";
import { columnsAsked, rowForm } from "./rowform.js";
import { cell, removeRow, undoLine } from "./rows.js";
import { ROW_WORDS } from "./rowwords.js";

const DAYS_BACK = 3;
const LINES_AT_ONCE = 14;

export function logView(store, question, step) {
  const line = logLine(store, question, step, () => refresh());
  const before = logged(store, question, step);
  const full = el("p", { class: "q-help" }, ROW_WORDS.logFull);
  const refresh = () => {
    const others = store.rows(question.name).filter((row) => row.id !== line.id);
    full.hidden = others.length < question.at_most;
    line.node.hidden = !full.hidden;
    line.refresh();
    before.refresh(others);
  };
  return { node: el("div", { class: "q-log" }, line.node, full, before.node), refresh, isAnswered: () => false };
}

// ---- the line ----------------------------------------------------------------------------

function logLine(store, question, step, changed) {
  const columns = columnsAsked(question, step.columns).filter((one) => !one.more);
  const stamp = question.columns.find((one) => one.kind === "day");
  const draft = { id: newRowId(), cells: {} };
  const said = el("p", { class: "q-help q-log-said", role: "status" });
  const fields = columns.filter((one) => one !== stamp).map((one) => field({ ...one, prompts: [] }, draftBinding(store, question, draft, one, stamp)));
  const prompts = question.columns[0].prompts ?? [];
  const days = stamp && columns.includes(stamp) ? dayButtons(stamp, (day) => set(stamp, day)) : null;
  const add = el("button", { type: "button", class: "q-button", onclick: () => enter() }, ROW_WORDS.add);
  const set = (one, value) => { writeDraft(store, question, draft, one, value, stamp); refresh(); };
  const enter = () => {
    for (const one of fields) one.check?.(); // Enter comes before a field has been left
    const wrong = node.querySelector("[aria-invalid]");
    if (wrong) return wrong.focus();
    const words = draft.cells[question.columns[0].name];
    if (words) {
      Object.assign(draft, { id: newRowId(), cells: {} });
      said.textContent = ROW_WORDS.written(words);
      for (const input of node.querySelectorAll("input")) if (!["radio", "checkbox"].includes(input.type)) input.value = "";
      changed();
    }
    return node.querySelector("input, textarea").focus();
  };
  const byKey = (event) => {
    if (keyOf(event) !== "Enter" || !event.target.matches("input:not([type=radio], [type=checkbox])")) return;
    event.preventDefault();
    enter();
  };
  const node = el("div", { class: "q-log-line", onkeydown: byKey }, fields.map((one) => one.node), el("div", { class: "q-under" }, days?.node, add), said,
    prompts.length ? more(ROW_WORDS.blankDay, el("ul", { class: "q-prompts" }, prompts.map((words) => el("li", {}, words)))) : null);
  if (question.columns[0].ask === step.title) node.querySelector(".q-label").classList.add("q-sr");
  const refresh = () => {
    for (const one of fields) one.refresh();
    days?.refresh(draft.cells[stamp.name]);
  };
  return { node, refresh, get id() { return draft.id; } };
}

function draftBinding(store, question, draft, one, stamp) {
  const put = (name, value) => writeDraft(store, question, draft, { ...one, name }, value, stamp);
  return {
    ...cell(store, question, draft.id, one.name),
    get: () => draft.cells[one.name],
    set: (value) => put(one.name, value),
    sibling: (name) => draft.cells[name],
    setSibling: put,
  };
}

// Without its words there is no row yet: the rest waits for them.
function writeDraft(store, question, draft, one, value, stamp) {
  const path = [question.name, draft.id];
  if (value === null || value === undefined) delete draft.cells[one.name];
  else draft.cells[one.name] = value;
  if (!draft.cells[question.columns[0].name]) return store.set(path, null);
  if (store.get(path)) return store.set([...path, one.name], value ?? null);
  return store.set(path, { id: draft.id, ...(stamp ? { [stamp.name]: localDay() } : {}), ...draft.cells });
}

function dayButtons(stamp, choose) {
  const node = el("div", { class: "q-days", role: "group", "aria-label": stamp.ask });
  const button = (day) => el("button", { type: "button", class: "q-size", "data-day": day, onclick: () => choose(day) }, dayWords(day));
  const refresh = (chosen = localDay()) => {
    const days = Array.from({ length: DAYS_BACK + 1 }, (_, back) => dayFrom(new Date(), -back));
    if (node.firstChild?.dataset.day !== days[0]) fill(node, days.map(button));
    for (const each of node.children) each.setAttribute("aria-pressed", String(each.dataset.day === chosen));
  };
  return { node, refresh };
}

function dayWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  const words = shortDay(day);
  return [ROW_WORDS.today, ROW_WORDS.yesterday].includes(words) ? words : new Date(year, month - 1, date).toLocaleDateString(undefined, { weekday: "long" });
}

// ---- what was written before -------------------------------------------------------------

function logged(store, question, step) {
  const columns = columnsAsked(question, [...step.columns, ...question.columns.filter((one) => one.more && !step.columns.includes(one.name)).map((one) => one.name)]);
  const stamp = question.columns.find((one) => one.kind === "day");
  const forms = new Map();
  const list = el("ul", { class: "q-forms" });
  const undone = undoLine();
  let most = LINES_AT_ONCE;
  const earlier = el("button", { type: "button", class: "q-clear", onclick: () => { most += 5 * LINES_AT_ONCE; refresh(); } }, ROW_WORDS.earlier);
  const remove = (form) => {
    removeRow(store, question, form.id, undone);
    (list.querySelector(".q-form-line:not([hidden])") ?? undone.querySelector("button"))?.focus();
  };
  const formFor = (id) => {
    if (!forms.has(id)) forms.set(id, rowForm(store, question, id, { columns, open: false, remove }));
    return forms.get(id);
  };
  let last = [];
  const refresh = (rows = last) => {
    last = rows;
    const newest = newestFirst(rows, stamp?.name);
    const shown = newest.slice(0, most).map((row) => formFor(row.id));
    shown.forEach((form) => form.refresh());
    fill(list, shown.map((form) => form.node));
    earlier.hidden = newest.length <= most;
  };
  return { node: el("div", {}, undone, list, earlier), refresh };
}

function newestFirst(rows, name) {
  return rows.map((row, at) => ({ row, at })).sort((a, b) => (b.row[name] ?? "").localeCompare(a.row[name] ?? "") || b.at - a.at).map(({ row }) => row);
}

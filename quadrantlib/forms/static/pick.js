// Tap what applies; one's own can be written beside it.

import { el, fill, newRowId } from "./dom.js";
import { eachLine } from "./each.js";
import { keyOf } from "./keys.js";
import { column, removeRow, rowName, undoLine } from "./rows.js";
import { ROW_WORDS } from "./rowwords.js";

export function pickView(store, question, step) {
  const said = el("p", { class: "q-help", role: "status" });
  const undone = undoLine();
  const most = Math.min(question.stay, question.at_most);
  const list = el("ul", { class: "q-picks" });
  const own = step.columns.includes(question.columns[0].name) ? ownLine(question, (words) => add({ id: newRowId(), [question.columns[0].name]: words })) : null;
  const besides = lineEach(store, question, step.columns.slice(own ? 1 : 0));
  const chips = new Map();

  const add = (row) => {
    if (store.rows(question.name).length >= most) return tell(ROW_WORDS.pickFull(most));
    store.set([question.name, row.id], row, { now: true });
    return tell();
  };
  const toggle = (id) => {
    const row = store.get([question.name, id]);
    if (!row) return add({ id });
    if (Object.keys(row).length > 1) removeRow(store, question, id, undone);
    else store.set([question.name, id], null, { now: true });
    return tell();
  };
  const tell = (words = ROW_WORDS.picked(store.rows(question.name).length, most)) => { said.textContent = words; };
  const refresh = () => {
    const rows = store.rows(question.name);
    const offered = question.offers.map(({ id }) => id);
    const ids = [...offered, ...rows.map(({ id }) => id).filter((id) => !offered.includes(id))];
    for (const id of ids) if (!chips.has(id)) chips.set(id, pickChip(store, question, id, () => toggle(id)));
    ids.forEach((id) => chips.get(id).refresh());
    fill(list, ids.map((id) => chips.get(id).node));
    besides?.refresh(rows);
    if (!said.textContent) tell();
  };
  return { node: el("div", { class: "q-pick" }, list, own, el("div", { class: "q-under" }, said), undone, besides?.node), refresh, isAnswered: () => true };
}

function pickChip(store, question, id, toggle) {
  const words = el("span", { dir: "auto" });
  const help = question.offers.find((one) => one.id === id)?.help;
  const button = el("button", { type: "button", class: "q-pick-one", "data-option": id, onclick: toggle }, words, help ? el("small", {}, help) : null);
  const refresh = () => {
    const row = store.get([question.name, id]);
    fill(words, rowName(store, question, row ?? { id }));
    button.setAttribute("aria-pressed", String(Boolean(row)));
  };
  return { node: el("li", {}, button), refresh };
}

function ownLine(question, add) {
  const first = question.columns[0];
  const enter = () => {
    if (input.value.trim()) add(input.value.trim());
    input.value = "";
    input.focus();
  };
  const input = el("input", {
    type: "text", class: "q-input", dir: "auto", autocomplete: "off", maxlength: first.longest, placeholder: first.example || null,
    onkeydown: (event) => { if (keyOf(event) === "Enter") { event.preventDefault(); enter(); } },
  });
  return el("div", { class: "q-own" }, el("label", { class: "q-field" }, el("span", { class: "q-label" }, first.ask || ROW_WORDS.pickOwn), input),
    el("button", { type: "button", class: "q-button q-quiet", onclick: enter }, ROW_WORDS.pickAdd));
}

// What else is asked here, of every row that was picked.
function lineEach(store, question, names) {
  if (names.length === 0) return null;
  const lines = new Map();
  const node = el("ul", { class: "q-each" });
  const columns = names.map((name) => column(question, name));
  const refresh = (rows) => {
    for (const { id } of rows) if (!lines.has(id)) lines.set(id, eachLine(store, question, columns, id));
    rows.forEach(({ id }) => lines.get(id).refresh());
    fill(node, rows.map(({ id }) => lines.get(id).node));
  };
  return { node, refresh };
}

// Writing rows down, a line each: a sheet with ruled lines.

import { el, fill, newRowId } from "./dom.js";
import { fullNote } from "./frame.js";
import { keyOf } from "./keys.js";
import { isBare, removeRow, undoLine } from "./rows.js";
import { ROW_WORDS } from "./rowwords.js";
import { WORDS } from "./words.js";

const LINES_READY = 4;

// `blank`: how many lines lie ready where nothing is written.
export function listView(store, question, step, aid = null, blank = linesReady(question)) {
  const lines = new Map();
  const list = el("ol", { class: "q-lines" });
  const said = el("p", { class: "q-help", role: "status" });
  const undone = undoLine();
  const full = fullNote(question.columns[0].longest);
  const add = el("button", { type: "button", class: "q-button q-quiet", onclick: () => another() }, WORDS.addRow(question.noun));
  let spare = 0;
  let shown = [];
  const another = () => { spare += 1; refresh(); shown.at(-1).input.focus(); };
  const next = (line) => { if (line.nextElementSibling) focusLine(line.nextElementSibling); else if (!add.hidden) another(); };
  const context = { store, question, undone, full, next };

  // A line keeps its place while it is written in: whatever moves on the page loses the cursor.
  const refresh = () => {
    const rows = store.rows(question.name);
    const here = new Set(rows.map((row) => row.id));
    shown = shown.filter((line) => here.has(line.id) || !line.wasWritten);
    rows.forEach((row, i) => { if (!shown.some((line) => line.id === row.id)) shown.splice(placeAfter(shown, rows[i - 1]), 0, lines.get(row.id) ?? lineFor(context, lines, row.id)); });
    for (const line of shown) line.wasWritten ||= here.has(line.id);
    const room = Math.min(question.at_most, Math.max(blank, rows.length + spare));
    while (shown.length < room) shown.push(lineFor(context, lines, newRowId()));
    while (shown.length > room && !here.has(shown.at(-1).id)) shown.pop();
    shown.forEach((line, i) => line.refresh(i + 1));
    fill(list, shown.map((line) => line.node));
    const over = rows.length - question.stay;
    said.textContent = over > 0 ? WORDS.tooMany(over, question.stay) : blank === 0 ? "" : listed(question, rows.length);
    said.classList.toggle("q-nudge", over > 0);
    add.hidden = shown.length > rows.length || rows.length >= question.at_most;
  };
  return { node: el("div", { class: "q-list" }, aid, list, full.node, el("div", { class: "q-under" }, said, add), undone), refresh };
}

// A row that was not shown comes below the one it follows.
function placeAfter(shown, row) {
  return row ? shown.findIndex((line) => line.id === row.id) + 1 : 0;
}

// Where more may be listed than stay, the lines show how many that is.
function linesReady({ stay, at_most: most }) {
  return stay < most ? stay : Math.min(LINES_READY, most);
}

function listed({ stay, at_most: most }, count) {
  if (count === 0) return stay < most ? WORDS.listed(0) : "";
  return count >= most ? ROW_WORDS.listFull(count) : WORDS.listed(count);
}

function lineFor({ store, question, undone, full, next }, lines, id) {
  const first = question.columns[0];
  const path = [question.name, id];
  const input = el("input", {
    type: "text", class: "q-input q-line", dir: "auto", autocomplete: "off", maxlength: first.longest,
    oninput: () => { full.look(input.value); writeLine(store, path, first.name, input.value); },
    onkeydown: (event) => lineKey(event, { input, remove, isWritten: Boolean(store.get(path)), next: () => next(node) }),
    onblur: () => { full.look(""); const row = store.get(path); if (!input.value.trim() && row && isBare(question, row)) store.set(path, null); },
  });
  // Out of the way of Tab: whoever types on after it writes the next line, and takes none away.
  const remove = el("button", { type: "button", class: "q-icon", tabindex: -1, onkeydown: (event) => { if (keyOf(event).startsWith("Arrow")) { event.preventDefault(); input.focus(); } }, onclick: () => { next(node); if (store.get(path)) removeRow(store, question, id, undone); } }, "×");
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

// By keys: an arrow past the end of a line leads to its ×, and Delete in an empty one takes it away.
function lineKey(event, { input, remove, isWritten, next }) {
  const key = keyOf(event);
  const atEnd = input.selectionStart === input.value.length;
  const isEmptied = !input.value && isWritten && ["Backspace", "Delete"].includes(key) && !event.repeat;
  const onward = getComputedStyle(input).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (key === "Enter") next();
  else if (isEmptied) remove.click();
  else if (key === onward && atEnd && isWritten) remove.focus();
  else return;
  event.preventDefault();
}

function writeLine(store, path, name, value) {
  if (store.get(path)) store.set([...path, name], value.trim() ? value : null);
  else if (value.trim()) store.set(path, { id: path[1], [name]: value });
}

function focusLine(line) {
  line.querySelector("input").focus();
}

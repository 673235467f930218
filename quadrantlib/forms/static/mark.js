// Marking phrases in a text that one has written: each marked phrase is a row, and can be put into
// other words below.

import { el, fill, newRowId } from "./dom.js";
import { keyOf } from "./keys.js";
import { listView } from "./list.js";
import { bareStatement, phrasesIn } from "./phrases.js";
import { ROW_WORDS } from "./rowwords.js";

export function markView(store, question, step) {
  const first = question.columns[0];
  const made = new Map();
  const sheet = el("div", { class: "q-marktext", dir: "auto", role: "group", "aria-label": step.title });
  const help = el("p", { class: "q-help" }, ROW_WORDS.markHelp);
  const said = el("p", { class: "q-help", role: "status" });
  const empty = el("p", { class: "q-help" }, ROW_WORDS.writeFirst);
  const heading = el("p", { class: "q-label q-marked" }, ROW_WORDS.marked);
  const rows = listView(store, question, step, null, 0);
  const selected = selectionButton(sheet, first.longest, (words) => mark(words));
  let painted = null;

  const rowOf = (phrase) => store.rows(question.name).find((row) => row.id === made.get(phrase) || row[first.name] === phrase);
  const mark = (words) => {
    const phrase = bareStatement(words, first.longest);
    if (!phrase || rowOf(phrase)) return;
    if (store.rows(question.name).length >= question.at_most) { said.textContent = ROW_WORDS.markFull(question.at_most); return; }
    const id = newRowId();
    made.set(phrase, id);
    store.set([question.name, id], { id, [first.name]: phrase }, { now: true });
  };
  const toggle = (phrase) => {
    said.textContent = "";
    const row = rowOf(bareStatement(phrase, first.longest));
    if (row) store.set([question.name, row.id], null, { scope: "list", now: true });
    else mark(phrase);
  };
  const refresh = () => {
    const text = store.get([step.marks]) ?? "";
    if (text !== painted) fill(sheet, phrasesIn(text).map((phrases) => el("p", {}, phrases.flatMap((phrase) => [phraseToggle(phrase, () => toggle(phrase)), " "]))));
    painted = text;
    for (const each of sheet.querySelectorAll(".q-phrase")) each.setAttribute("aria-pressed", String(Boolean(rowOf(bareStatement(each.textContent, first.longest)))));
    for (const part of [sheet, help]) part.hidden = !text.trim();
    empty.hidden = Boolean(text.trim());
    const count = store.rows(question.name).length;
    if (count < question.at_most) said.textContent = "";
    heading.hidden = count === 0;
    rows.node.hidden = count === 0 && !text.trim();
    rows.refresh();
  };
  const node = el("div", { class: "q-markview" }, empty, help, sheet, selected, said, heading, rows.node);
  return { node, refresh, isAnswered: () => true };
}

// Not a button: its words must wrap like those around them, and be there to select.
function phraseToggle(phrase, toggle) {
  const byKey = (event) => { if (["Enter", " "].includes(keyOf(event))) { event.preventDefault(); toggle(); } };
  const byTap = () => { if (getSelection().isCollapsed) toggle(); };
  return el("span", { class: "q-phrase", role: "button", tabindex: 0, "aria-pressed": "false", onclick: byTap, onkeydown: byKey }, phrase);
}

// A finger may let go a little outside the text.
function selectedWithin(sheet, selection) {
  const range = selection.getRangeAt(0).cloneRange();
  if (!sheet.contains(range.startContainer)) range.setStart(sheet, 0);
  if (!sheet.contains(range.endContainer)) range.setEnd(sheet, sheet.childNodes.length);
  return range.toString();
}

// While words of the text are selected, a button beside it marks them.
function selectionButton(sheet, longest, mark) {
  let words = "";
  const button = el("button", {
    type: "button", class: "q-button q-quiet", hidden: true,
    onpointerdown: (event) => event.preventDefault(), // keeps the selection
    onclick: () => { mark(words); getSelection().removeAllRanges(); },
  });
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const inside = !selection.isCollapsed && (sheet.contains(selection.anchorNode) || sheet.contains(selection.focusNode));
    words = inside ? bareStatement(selectedWithin(sheet, selection), longest) : "";
    button.hidden = !words;
    button.textContent = ROW_WORDS.markSelected(words.length > 60 ? `${words.slice(0, 59)}…` : words);
  });
  return el("div", { class: "q-marksel" }, button);
}

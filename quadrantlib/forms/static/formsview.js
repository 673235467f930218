// Every row a small form: some to write, the others folded away.

import { el, fill, newRowId } from "./dom.js";
import { columnsAsked, rowForm } from "./rowform.js";
import { isDue, removeRow, undoLine } from "./rows.js";
import { WORDS } from "./words.js";

export function formsView(store, question, step, rowsHere) {
  const columns = columnsAsked(question, step.columns);
  const grows = !question.about && columns.includes(question.columns[0]);
  const forms = new Map();
  const list = el("ul", { class: "q-forms" });
  const empty = el("p", { class: "q-help" }, WORDS.noRows);
  const undone = undoLine();
  const add = el("button", { type: "button", class: "q-button q-quiet", onclick: () => { const made = begin(); refresh(); made.focus(); } }, WORDS.addRow(question.noun));
  const isWritten = (id) => Object.keys(store.get([question.name, id]) ?? {}).length > 1;

  const begin = () => formFor(newRowId(), true);
  const formFor = (id, open) => {
    const made = rowForm(store, question, id, { columns, open, remove: grows ? remove : undefined });
    forms.set(id, made);
    return made;
  };
  const remove = (form) => {
    if (isWritten(form.id)) removeRow(store, question, form.id, undone);
    else store.set([question.name, form.id], null, { now: true });
    forms.delete(form.id);
    refresh();
    (list.querySelector(".q-form-line:not([hidden])") ?? add).focus();
  };
  const drafts = (rows) => {
    const known = new Set(rows.map((row) => row.id));
    for (const [id, form] of forms) if (!known.has(id) && (form.wasWritten || !form.isOpen)) forms.delete(id);
    for (const id of known) if (forms.has(id)) forms.get(id).wasWritten = true;
    const found = [...forms.keys()].filter((id) => !known.has(id));
    return found.length || rows.length || !grows ? found : [begin().id];
  };
  const refresh = () => {
    const rows = rowsHere();
    const shown = [...rows.map((row) => forms.get(row.id) ?? formFor(row.id, isWaiting(question, columns, row))), ...drafts(rows).map((id) => forms.get(id))];
    shown.forEach((form) => form.refresh());
    fill(list, shown.map((form) => form.node));
    empty.hidden = shown.length > 0;
    add.hidden = !grows || shown.length >= question.at_most || shown.length > rows.length;
  };
  return { node: el("div", {}, empty, list, el("div", { class: "q-under" }, add), undone), refresh, isAnswered: () => !rowsHere().some((row) => isWaiting(question, columns, row)) };
}

// A row that is unfolded by itself: nothing is answered here yet, or what had to wait may be asked.
function isWaiting(question, columns, row) {
  const open = (one) => row[one.name] === undefined;
  return columns.every(open) || columns.some((one) => one.after && open(one) && isDue(question, one, row));
}

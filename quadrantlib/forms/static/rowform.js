// A row as a small quiet form, folded to one line when it is done.

import { el, fill, more } from "./dom.js";
import { field } from "./fields.js";
import { cell, isDue, rowName } from "./rows.js";
import { rowDetails } from "./rowdetails.js";
import { ROW_WORDS } from "./rowwords.js";
import { sealedField } from "./seal.js";
import { WORDS } from "./words.js";

// `made`: {columns, open, remove?}: what is asked, whether it begins unfolded, and how it is taken
// off the list, where it may be.
export function rowForm(store, question, id, { columns, open, remove }) {
  const row = () => store.get([question.name, id]) ?? { id };
  const fields = columns.map((one) => ({ one, ...columnField(store, question, one, id) }));
  const inside = (wanted) => fields.filter(({ one }) => one.more === wanted).map(({ node }) => node);
  const behind = inside(true);
  const title = columns.includes(question.columns[0]) && !question.about ? null : el("p", { class: "q-form-name", dir: "auto" });
  const name = el("span", { class: "q-answer-name", dir: "auto" });
  const details = el("small", { dir: "auto" });
  const line = el("button", { type: "button", class: "q-form-line", "aria-expanded": "false", onclick: () => { form.fold(false); form.focus(); } }, name, details);
  const done = el("button", { type: "button", class: "q-button q-quiet", onclick: () => finish() }, ROW_WORDS.done);
  const away = remove ? el("button", { type: "button", class: "q-clear", onclick: () => remove(form) }, ROW_WORDS.takeOff) : null;
  const body = el("div", { class: "q-form-body", role: "group" }, title, inside(false), behind.length ? more(WORDS.more, behind) : null, el("div", { class: "q-under" }, done, away));
  const finish = () => {
    if (remove && Object.keys(row()).length === 1) return remove(form);
    form.fold(true);
    return line.focus();
  };
  const form = { id, node: el("li", { class: "q-form" }, line, body), isOpen: open };
  form.focus = () => (body.querySelector(".q-input:not([hidden]), input, textarea") ?? done).focus();
  form.fold = (folded) => { form.isOpen = !folded; form.refresh(); };
  form.refresh = () => {
    line.hidden = form.isOpen;
    body.hidden = !form.isOpen;
    const named = rowName(store, question, row());
    fill(name, named);
    fill(details, rowDetails(question, row()));
    if (title) fill(title, named);
    body.setAttribute("aria-label", named);
    away?.setAttribute("aria-label", WORDS.removeRow(named));
    for (const each of fields) {
      each.refresh();
      each.node.hidden = !isDue(question, each.one, row());
    }
  };
  return form;
}

function columnField(store, question, one, id) {
  const binding = cell(store, question, id, one.name);
  const made = field(one, binding);
  return one.sealed ? sealedField(one, binding, made) : made;
}

// What a form asks: not the day that a seal keeps.
export function columnsAsked(question, names) {
  const kept = question.columns.map((one) => one.sealed).filter(Boolean);
  return names.filter((name) => !kept.includes(name)).map((name) => question.columns.find((one) => one.name === name));
}

// Every row, with a line of controls.

import { el, fill, more } from "./dom.js";
import { field } from "./fields.js";
import { isWindowed, totalWords, unitSwitch } from "./hours.js";
import { cell, column, isDue, rowName } from "./rows.js";
import { WORDS } from "./words.js";

export function eachView(store, question, step, rowsHere) {
  const lines = new Map();
  const list = el("ul", { class: "q-each" });
  const total = el("p", { class: "q-total", role: "status" });
  const empty = el("p", { class: "q-help" }, WORDS.noRows);
  const asked = step.columns.map((name) => column(question, name));
  const hours = isWindowed(store, asked) ? unitSwitch(store, () => refresh()) : null;
  const refresh = () => {
    const rows = rowsHere();
    for (const row of rows) if (!lines.has(row.id)) lines.set(row.id, eachLine(store, question, asked, row.id, { hours, title: step.title }));
    fill(list, rows.map((row) => lines.get(row.id).node));
    for (const row of rows) lines.get(row.id).refresh();
    total.textContent = hours ? totalWords(store, rows) : "";
    empty.hidden = rows.length > 0;
    if (hours) hours.node.hidden = rows.length === 0;
  };
  return { node: el("div", {}, hours?.node, list, empty, total), refresh };
}

export function eachLine(store, question, asked, id, { hours = null, title = "" } = {}) {
  const name = el("p", { class: "q-each-name", dir: "auto" });
  const row = () => store.get([question.name, id]) ?? { id };
  const named = () => rowName(store, question, row());
  const made = asked.map((one) => ({ one, ...field(one, eachBinding(store, question, one, id, named, hours)) }));
  const inside = (wanted) => made.filter(({ one }) => one.more === wanted).map((each) => each.node);
  const behind = inside(true);
  const controls = el("div", { class: "q-each-controls", role: "group" }, inside(false), behind.length ? more(WORDS.more, behind) : null);
  const node = el("li", { class: "q-each-row", style: `--q-sizes: ${Math.max(1, ...asked.map((one) => one.sizes?.length ?? 0))}` }, name, controls);
  for (const { one, node: control } of made) if (one.ask === title || (asked.length === 1 && one.kind !== "choice")) control.querySelector(".q-label")?.classList.add("q-sr");
  const refresh = () => {
    name.textContent = named();
    controls.setAttribute("aria-label", named());
    for (const each of made) {
      each.refresh();
      each.node.hidden = !isDue(question, each.one, row());
    }
  };
  return { node, refresh };
}

// A line says its name once: a choice and quick sizes show no label of their own beside it.
function eachBinding(store, question, one, id, named, hours) {
  const plain = cell(store, question, id, one.name);
  const label = () => (one.kind === "choice" ? `${one.ask.replace("?", "")}: ${named()}` : named());
  const isShort = one.kind === "choice" || (one.kind === "amount" && one.sizes.length > 0);
  const binding = hours ? hours.inUnit(one, plain) : { ...plain };
  if (isShort) Object.defineProperty(binding, "label", { get: label, enumerable: true });
  return binding;
}

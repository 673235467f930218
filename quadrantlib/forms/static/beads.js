// Beads laid on areas: a row each, and a tray with what is left.

import { el, fill } from "./dom.js";
import { beadRow } from "./beadrow.js";
import { FIELD_WORDS } from "./fieldwords.js";
import { clampTo } from "./numbers.js";

export function beadsField(question, binding) {
  const rows = new Map();
  const tray = el("div", { class: "q-bead-tray", "aria-hidden": "true" });
  const said = el("p", { class: "q-bead-said", role: "status" });
  const list = el("div", { class: "q-bead-rows" });
  const there = () => (question.starts_with ? binding.sibling?.(question.starts_with) ?? null : null);
  const laid = () => binding.get() ?? there() ?? {};
  const left = () => question.total - sumOf(laid(), areasOf(question, binding));
  // The first touch copies the other layout; from then on this one is its own.
  const put = (id, wanted) => {
    const areas = areasOf(question, binding);
    const most = (laid()[id] ?? 0) + left();
    const count = clampTo(wanted, 0, most);
    const kept = areas.map((area) => [area.id, area.id === id ? count : laid()[area.id] ?? 0]).filter(([, each]) => each > 0);
    if (count !== (laid()[id] ?? 0)) binding.set(Object.fromEntries(kept));
    refresh();
    if (wanted > most) said.textContent = FIELD_WORDS.noneLeft;
  };
  const refresh = () => {
    const areas = areasOf(question, binding);
    for (const area of areas) if (!rows.has(area.id)) rows.set(area.id, beadRow(question, area.id, put));
    fill(list, areas.map((area) => rows.get(area.id).node));
    for (const area of areas) rows.get(area.id).refresh(area, laid()[area.id] ?? 0, there()?.[area.id] ?? (there() ? 0 : null), left());
    fill(tray, Array.from({ length: Math.max(0, left()) }, () => el("i", { class: "q-bead" })));
    said.textContent = [binding.get() === undefined && there() ? FIELD_WORDS.beadsCopied : "", FIELD_WORDS.beadsLeft(left(), question.total)].filter(Boolean).join(" ");
  };
  const node = el("fieldset", { class: "q-field q-beads", style: `--q-total: ${question.total}` }, el("legend", { class: "q-label" }, binding.label ?? question.ask),
    question.help ? el("p", { class: "q-help" }, question.help) : null, el("div", { class: "q-bead-left" }, tray, said), list);
  return { node, refresh };
}

function areasOf(question, binding) {
  const own = question.own ? binding.sibling?.(question.own) ?? [] : [];
  const named = own.filter((row) => row.name?.trim()).map((row) => ({ id: row.id, label: row.name, help: "" }));
  return [...question.areas.map((area) => ({ ...area, id: String(area.id) })), ...named];
}

function sumOf(laid, areas) {
  return areas.reduce((sum, area) => sum + (laid[area.id] ?? 0), 0);
}

// One area and its beads: a number to turn up and down, by keys, by buttons, or along the row.

import { el, newDomId } from "./dom.js";
import { onDrag } from "./drag.js";
import { FIELD_WORDS } from "./fieldwords.js";
import { keyOf } from "./keys.js";

const SLACK = 5; // pixels that a finger may slip before it drags

export function beadRow(question, id, put) {
  const name = el("span", { class: "q-bead-name", dir: "auto", id: newDomId("area") });
  const help = el("small", { class: "q-bead-help" });
  const count = el("span", { class: "q-bead-count", "aria-hidden": "true" });
  const beads = Array.from({ length: question.total }, () => el("i", { class: "q-bead" }));
  let value = 0;
  const row = el("div", { class: "q-bead-row", role: "spinbutton", tabindex: 0, "aria-labelledby": name.id, "aria-valuemin": 0,
    onkeydown: (event) => beadKey(event, value, question.total, (wanted) => put(id, wanted)) }, beads);
  const slot = (x) => slotAt(row, question.total, x);
  dragBeads(row, slot, { tap: (at) => put(id, at === value ? at - 1 : at), drag: (at) => { if (at !== value) put(id, at); } });
  const button = (words, sign, step) => el("button", { type: "button", class: "q-icon q-bead-step", tabindex: -1, onclick: () => put(id, value + step) }, sign);
  const less = button("", "−", -1);
  const more = button("", "+", 1);
  const node = el("div", { class: "q-bead-area" }, el("div", { class: "q-bead-head" }, el("span", {}, name, help), count), el("div", { class: "q-bead-line" }, less, row, more));
  const refresh = (area, now, before, left) => {
    value = now;
    name.textContent = area.label;
    help.textContent = area.help ?? "";
    count.textContent = before === null || before === now ? String(now) : `${now} (${now > before ? "+" : "−"}${Math.abs(now - before)})`;
    row.setAttribute("aria-valuenow", now);
    row.setAttribute("aria-valuemax", now + Math.max(0, left));
    row.setAttribute("aria-valuetext", beadsInWords(now, before));
    less.setAttribute("aria-label", FIELD_WORDS.beadLess(area.label));
    more.setAttribute("aria-label", FIELD_WORDS.beadMore(area.label));
    less.disabled = now === 0;
    beads.forEach((bead, i) => { bead.dataset.is = beadIs(i, now, before ?? now); });
  };
  return { node, refresh };
}

function beadsInWords(now, before) {
  const moved = before === null ? 0 : now - before;
  return moved ? `${FIELD_WORDS.beadsIn(now)}, ${FIELD_WORDS.beadsMoved(moved)}` : FIELD_WORDS.beadsIn(now);
}

function beadIs(i, now, before) {
  if (i < now) return i < before ? "laid" : "came";
  return i < before ? "gone" : "open";
}

function beadKey(event, value, total, put) {
  const steps = { ArrowRight: 1, ArrowUp: 1, "+": 1, "=": 1, ArrowLeft: -1, ArrowDown: -1, "-": -1, PageUp: 5, PageDown: -5 };
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = keyOf(event);
  if (key in steps) put(value + steps[key]);
  else if (key === "Home") put(0);
  else if (key === "End") put(total);
  else return;
  event.preventDefault();
}

function slotAt(row, total, x) {
  const { left, width } = row.getBoundingClientRect();
  const along = getComputedStyle(row).direction === "rtl" ? left + width - x : x - left;
  return Math.min(total, Math.max(0, Math.ceil((along / width) * total)));
}

function dragBeads(row, slot, { tap, drag }) {
  onDrag(row, {
    begin: (event) => ({ x: event.clientX, y: event.clientY, moved: false }),
    move: (event, held) => {
      const [across, down] = [Math.abs(event.clientX - held.x), Math.abs(event.clientY - held.y)];
      if (!held.moved && Math.max(across, down) < SLACK) return true;
      if (!held.moved && down > across) return false; // on its way up or down the page
      held.moved = true;
      drag(slot(event.clientX));
      return true;
    },
    end: (event, held, way) => { if (way === "let go" && !held.moved) tap(slot(event.clientX)); },
  });
}

// A short list put in order: dragged by its number, moved by the arrow keys on it, or by two buttons.

import { CARD_WORDS } from "./cardwords.js";
import { clampTo } from "./numbers.js";
import { el, fill } from "./dom.js";
import { onDrag } from "./drag.js";
import { keyOf } from "./keys.js";

export class Ordering {
  // `changed(ids)` is called with every new order.
  constructor(changed) {
    Object.assign(this, { changed, rows: [], lines: new Map() });
    this.list = el("ol", { class: "q-order" });
    this.said = el("p", { class: "q-sr", role: "status" });
    this.node = el("div", {}, this.list, this.said);
  }

  show(rows) {
    this.rows = rows;
    fill(this.list, rows.map((row, at) => this.line(row, at).node));
    this.list.hidden = rows.length === 0;
  }

  focus() {
    this.lines.get(this.rows[0]?.id)?.grip.focus();
  }

  line(row, at) {
    const line = this.lines.get(row.id) ?? this.newLine(row);
    this.lines.set(row.id, line);
    line.name.textContent = row.name;
    line.grip.firstChild.textContent = String(at + 1);
    line.grip.setAttribute("aria-label", CARD_WORDS.grip(row.name, at + 1, this.rows.length));
    line.up.disabled = at === 0;
    line.down.disabled = at === this.rows.length - 1;
    return line;
  }

  newLine(row) {
    const { id } = row;
    const button = (words, sign, act) => el("button", { type: "button", class: "q-icon", "aria-label": words(row.name), onclick: act }, sign);
    const up = button(CARD_WORDS.up, "↑", () => this.move(id, -1, up));
    const down = button(CARD_WORDS.down, "↓", () => this.move(id, 1, down));
    const back = button(CARD_WORDS.putBack, "×", () => this.putBack(id));
    const grip = el("button", { type: "button", class: "q-grip", onkeydown: (event) => this.keyed(event, id) }, el("span", {}));
    const name = el("span", { class: "q-order-name", dir: "auto" });
    const node = el("li", { class: "q-order-row", "data-card": id }, grip, name, up, down, back);
    this.draggable(node, grip, id);
    return { node, grip, name, up, down };
  }

  // ---- moving by keys and buttons --------------------------------------------------------

  keyed(event, id) {
    const steps = { ArrowUp: -1, ArrowDown: 1, Home: -this.rows.length, End: this.rows.length };
    const key = keyOf(event);
    if (!(key in steps)) return;
    event.preventDefault();
    this.move(id, steps[key], this.lines.get(id).grip);
  }

  move(id, steps, pressed) {
    const at = this.rows.findIndex((row) => row.id === id);
    this.place(id, clampTo(at + steps, 0, this.rows.length - 1));
    const focused = pressed.disabled ? this.lines.get(id).grip : pressed;
    focused.focus(); // a node that moved has lost it
  }

  place(id, to) {
    const moved = this.rows.find((row) => row.id === id);
    const others = this.rows.filter((row) => row.id !== id);
    this.changed([...others.slice(0, to), moved, ...others.slice(to)].map((row) => row.id));
    this.said.textContent = CARD_WORDS.placeOf(moved.name, to + 1, this.rows.length);
  }

  putBack(id) {
    const at = this.rows.findIndex((row) => row.id === id);
    const { name } = this.rows[at];
    this.changed(this.rows.filter((row) => row.id !== id).map((row) => row.id));
    this.said.textContent = CARD_WORDS.isBack(name);
    const next = this.rows[Math.min(at, this.rows.length - 1)];
    this.lines.get(next?.id)?.grip.focus();
  }

  // ---- dragging: the others make room, and the list changes when it is let go --------------

  draggable(node, grip, id) {
    const begin = (event) => {
      const isButton = event.target.closest("button") && !grip.contains(event.target);
      const isFinger = event.pointerType !== "mouse" && !grip.contains(event.target);
      if (isButton || isFinger) return null;
      const tops = this.rows.map((row) => this.lines.get(row.id).node.getBoundingClientRect());
      return { id, from: event.clientY, at: this.rows.findIndex((row) => row.id === id), tops };
    };
    const move = (event, held) => this.dragTo(node, held, event.clientY);
    const end = (_, held, way) => this.letGo(node, held, way === "let go");
    onDrag(node, { begin, move, end });
  }

  dragTo(node, held, y) {
    const { at, from, tops } = held;
    const dy = clampTo(y - from, tops[0].top - tops[at].top, tops.at(-1).bottom - tops[at].bottom);
    const middle = tops[at].top + tops[at].height / 2 + dy;
    const before = tops.filter((box, i) => i !== at && box.top + box.height / 2 < middle).length;
    held.to = before;
    node.classList.add("q-held");
    node.style.transform = `translateY(${dy}px)`;
    this.rows.forEach((row, i) => {
      const shift = i > at && i <= before ? -1 : i < at && i >= before ? 1 : 0;
      if (i !== at) this.lines.get(row.id).node.style.transform = shift ? `translateY(${shift * tops[at].height}px)` : "";
    });
  }

  letGo(node, held, isMeant) {
    node.classList.remove("q-held");
    for (const row of this.rows) this.lines.get(row.id).node.style.transform = "";
    if (isMeant && held.to !== undefined && held.to !== held.at) this.place(held.id, held.to);
  }
}

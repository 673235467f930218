// The board: two scales at once. Dragging, arrow keys and a table of numbers are equal ways in, and
// nothing asks the kernel while a mark is under way.

import { el, fill, more, svgEl } from "./dom.js";
import { dragMark, moveByKey, placeByKey } from "./boardmoves.js";
import { numberLine } from "./boardnumbers.js";
import { place } from "./labels.js";
import { clampTo, percent, shortNumber, tenths } from "./numbers.js";
import { column, rowName, rowsOf } from "./rows.js";
import { boardGround, groundNames, markShape, markRadius, plainMark, toPixels, toValue } from "./marks.js";
import { region, shares } from "./shares.js";
import { sensitivityTable, shareBars } from "./sharebars.js";
import { WORDS } from "./words.js";

export function boardView(store, question, step) {
  const board = new Board(store, question, step);
  return { node: board.node, refresh: () => board.refresh() };
}

class Board {
  constructor(store, question, step) {
    Object.assign(this, { store, question, dots: new Map(), chips: new Map(), size: 0, moving: null, chosen: null });
    this.across = column(question, step.columns[0]);
    this.up = column(question, step.columns[1]);
    this.isFelt = Boolean(column(question, "if_gone"));
    this.isTimed = Boolean(column(question, "hours"));
    this.ground = svgEl("svg", { class: "q-ground", "aria-hidden": "true" });
    this.names = svgEl("svg", { class: "q-names", "aria-hidden": "true" });
    this.area = el("div", { class: "q-board", role: "group", "aria-label": WORDS.boardLabel, onpointerup: (event) => this.tapped(event) }, this.ground, this.names);
    this.tray = el("div", { class: "q-tray" });
    this.line = el("div", { class: "q-onaline" });
    this.bars = shareBars();
    this.sentence = el("p", { class: "q-sentence" });
    this.status = el("p", { class: "q-sr", role: "status" });
    this.undo = el("button", { type: "button", class: "q-clear", onclick: () => { this.store.undo(); this.said(); } }, WORDS.undo);
    this.table = el("div", { class: "q-numbers" });
    this.sensitivity = sensitivityTable((row) => this.named(row));
    this.behind = el("details", { class: "q-more", ontoggle: () => this.area.classList.toggle("q-banded", this.behind.open) }, el("summary", {}, WORDS.sensitivity), this.sensitivity.node);
    this.empty = el("p", { class: "q-help" }, WORDS.noRows);
    this.help = el("p", { class: "q-help" }, [this.isFelt ? WORDS.shapes : "", matchMedia("(pointer: coarse)").matches ? WORDS.boardHelpTouch : WORDS.boardHelp, store.state.earlier[question.name]?.length ? WORDS.lastRound : ""].filter(Boolean).join(" "));
    this.beside = el("div", { class: "q-beside" }, this.tray, this.line, this.sentence, this.bars.node, el("div", { class: "q-under" }, this.help, this.undo));
    this.below = el("div", { class: "q-below" }, more(WORDS.boardTable, this.table), this.behind);
    this.node = el("div", { class: "q-boardview" }, this.empty, this.area, this.beside, this.status, this.below);
    new ResizeObserver(() => this.resize()).observe(this.area);
  }

  rows() {
    return rowsOf(this.store, this.question).map((row) => (this.moving?.id === row.id ? { ...row, ...this.moving.at } : row));
  }

  isPlaced(row) {
    return row[this.across.name] !== undefined && row[this.up.name] !== undefined;
  }

  // ---- painting ------------------------------------------------------------------------

  resize() {
    const size = Math.round(this.area.clientWidth);
    if (!size || size === this.size) return;
    this.size = size;
    this.area.style.height = `${size}px`;
    this.paintGround();
    this.refresh();
  }

  paintGround() {
    for (const layer of [this.ground, this.names]) layer.setAttribute("viewBox", `0 0 ${this.size} ${this.size}`);
    this.ground.replaceChildren(...boardGround(this.size), ...this.faintMarks());
  }

  faintMarks() {
    const before = this.store.state?.earlier?.[this.question.name] ?? [];
    return before.filter((row) => this.isPlaced(row)).map((row) => {
      const { x, y } = this.pixels(row);
      return svgEl("g", { class: "q-faint", transform: `translate(${x} ${y})` }, this.shape(row, this.radius(row)));
    });
  }

  mostHours() {
    const before = this.store.state?.earlier?.[this.question.name] ?? [];
    return Math.max(0, ...[...this.store.rows(this.question.name), ...before].map((row) => row.hours ?? 0));
  }

  radius(row) {
    return markRadius(row.hours, this.mostHours(), this.size);
  }

  // Where nobody asks how it would be if a thing were gone, a mark is a mark.
  shape(row, r) {
    return this.isFelt ? markShape(row, r) : plainMark(r);
  }

  named(row) {
    return rowName(this.store, this.question, row);
  }

  pixels(row) {
    return { x: toPixels(row[this.across.name], this.size), y: toPixels(10 - row[this.up.name], this.size) };
  }

  valuesAt(clientX, clientY) {
    const box = this.area.getBoundingClientRect();
    const value = (distance) => tenths(clampTo(toValue(distance, box.width), 0, 10));
    return { [this.across.name]: value(clientX - box.left), [this.up.name]: tenths(10 - value(clientY - box.top)) };
  }

  refresh() {
    const rows = this.rows();
    this.empty.hidden = rows.length > 0;
    for (const part of [this.area, this.beside, this.below]) part.hidden = rows.length === 0;
    if (!this.size) return;
    this.help.hidden = !rows.some((row) => this.isPlaced(row));
    this.undo.hidden = !this.store.canUndo("board");
    this.paintDots(rows);
    this.paintTray(rows);
    this.paintTable(rows);
    this.paintShares(rows);
    if (this.status.textContent === "") this.status.textContent = this.sentence.textContent;
  }

  // What changes with every frame of a drag, and no more.
  paintMove() {
    const rows = this.rows();
    this.paintDots(rows);
    this.paintShares(rows);
  }

  paintDots(rows) {
    const placed = rows.filter((row) => this.isPlaced(row));
    const here = new Set(placed.map((row) => row.id));
    for (const [id, dot] of this.dots) if (!here.has(id)) { dot.remove(); this.dots.delete(id); }
    const marks = placed.map((row) => this.paintDot(row));
    const labels = place(marks, this.size, this.size, 13, groundNames(this.size));
    this.names.replaceChildren(...labels.flatMap((label) => paintLabel(label)));
  }

  paintDot(row) {
    const dot = this.dots.get(row.id) ?? this.newDot(row.id);
    const { x, y } = this.pixels(row);
    const r = this.radius(row);
    const where = region(row[this.up.name], row[this.across.name]);
    dot.style.transform = `translate(${x}px, ${y}px)`;
    const look = `${r}|${row.if_gone}|${where}`;
    if (dot.dataset.look !== look) {
      dot.dataset.look = look;
      dot.dataset.region = where;
      dot.style.zIndex = String(100 - Math.round(r));
      const box = Math.ceil(r + 3);
      dot.replaceChildren(svgEl("svg", { width: 2 * box, height: 2 * box, viewBox: `${-box} ${-box} ${2 * box} ${2 * box}`, "aria-hidden": "true" }, this.shape(row, r)));
    }
    dot.setAttribute("aria-label", WORDS.dotAt(this.named(row), WORDS.regions[where], shortNumber(row[this.across.name]), shortNumber(row[this.up.name])));
    return { x, y, r, text: this.named(row) };
  }

  newDot(id) {
    const dot = el("button", { type: "button", class: "q-dot", "data-q-dot": id, onkeydown: (event) => moveByKey(this, event, id) });
    dragMark(this, id, dot);
    this.dots.set(id, dot);
    this.area.append(dot);
    return dot;
  }

  paintTray(rows) {
    const waiting = rows.filter((row) => !this.isPlaced(row) || (this.moving?.id === row.id && this.moving.fromTray));
    if (!waiting.some((row) => row.id === this.chosen)) this.chosen = waiting[0]?.id ?? null;
    for (const [id] of this.chips) if (!waiting.some((row) => row.id === id)) this.chips.delete(id);
    const chips = waiting.map((row) => {
      const chip = this.chips.get(row.id) ?? this.newChip(row.id);
      chip.textContent = this.named(row);
      chip.setAttribute("aria-pressed", String(row.id === this.chosen));
      return chip;
    });
    this.trayHelp ??= el("p", { class: "q-help" }, WORDS.tray);
    this.chipLine ??= el("div", { class: "q-chips" });
    fill(this.chipLine, chips);
    fill(this.tray, waiting.length ? [this.trayHelp, this.chipLine] : []);
  }

  newChip(id) {
    const chip = el("button", { type: "button", class: "q-chip", dir: "auto", "data-q-chip": id, onkeydown: (event) => placeByKey(this, event, id) });
    dragMark(this, id, chip);
    this.chips.set(id, chip);
    return chip;
  }

  paintShares(rows) {
    const tasks = rows.filter((row) => this.isPlaced(row));
    if (!this.isTimed) return this.paintCount(tasks, rows.length);
    const timed = tasks.filter((task) => task.hours);
    // From one task in ten a share would say something that is not so.
    const measured = 2 * timed.length >= tasks.length ? shares(tasks) : null;
    this.bars.refresh(measured, this.store, tasks);
    this.sentence.textContent = this.sentenceFor(tasks, rows.length, measured);
    this.behind.hidden = !measured;
    if (this.behind.open || !this.moving) this.sensitivity.refresh(tasks);
  }

  paintCount(placed, of) {
    this.sentence.textContent = WORDS.placed(placed.length, of);
    this.bars.node.hidden = true;
    this.behind.hidden = true;
  }

  sentenceFor(tasks, of, measured) {
    const parts = [WORDS.placed(tasks.length, of)];
    if (measured) parts.push(`${Object.entries(measured).filter(([, share]) => share > 0).map(([name, share]) => `${percent(share)} ${WORDS.regions[name]}`).join(", ")}.`);
    else if (tasks.length) parts.push(WORDS.sharesNeedHours);
    return parts.join(" ");
  }

  paintTable(rows) {
    if (this.tableFor !== rows.map((row) => row.id).join()) {
      this.tableFor = rows.map((row) => row.id).join();
      this.numbers = rows.map((row) => numberLine(this, row.id));
      fill(this.table, this.numbers.map((line) => line.node));
    }
    for (const line of this.numbers) line.refresh();
  }

  // ---- moving --------------------------------------------------------------------------

  tapped(event) {
    if (event.target.closest("button") || this.chosen === null || this.store.locked) return;
    this.put(this.chosen, this.valuesAt(event.clientX, event.clientY));
  }

  put(id, at) {
    this.store.setAll(Object.entries(at).map(([name, value]) => [[this.question.name, id, name], value]), { scope: "board", now: true });
    this.refresh();
    this.askSide(id);
    this.said();
  }

  said() {
    this.status.textContent = this.sentence.textContent;
  }

  // ---- exactly on the line -------------------------------------------------------------

  askSide(id) {
    const row = this.store.get([this.question.name, id]) ?? { id };
    const onX = row?.[this.across.name] === 5;
    const onY = row?.[this.up.name] === 5;
    if (!onX && !onY) return fill(this.line);
    const nudge = (name, value, words) => el("button", { type: "button", class: "q-size", onclick: () => { this.put(id, { [name]: value }); this.dots.get(id)?.focus(); } }, words);
    const side = onX ? [nudge(this.across.name, 4.9, WORDS.sides.left), nudge(this.across.name, 5.1, WORDS.sides.right)] : [nudge(this.up.name, 5.1, WORDS.sides.up), nudge(this.up.name, 4.9, WORDS.sides.down)];
    fill(this.line, el("p", {}, WORDS.whichSide(this.named(row))), side, el("button", { type: "button", class: "q-clear", onclick: () => fill(this.line) }, WORDS.sides.stay));
  }
}

function paintLabel(label) {
  const text = svgEl("text", { x: label.x, y: label.y, "text-anchor": label.anchor, class: "q-dot-name" });
  text.textContent = label.text;
  if (!label.leader) return [text];
  const [x1, y1, x2, y2] = label.leader;
  return [svgEl("line", { x1, y1, x2, y2, class: "q-leader" }), text];
}

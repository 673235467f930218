// Moving the board's marks: by mouse, finger and keys.

import { clampTo, tenths } from "./numbers.js";

const DRAG_STARTS_AT = 4;

export function grabMark(board, event, id, handle) {
  if (event.button !== 0 || board.store.locked) return;
  const start = { x: event.clientX, y: event.clientY };
  const fromTray = board.chips.get(id) === handle;
  let dragging = false;
  const move = (moved) => {
    dragging ||= Math.hypot(moved.clientX - start.x, moved.clientY - start.y) >= DRAG_STARTS_AT;
    if (!dragging) return;
    board.moving = { id, fromTray, at: liesOver(board.area, moved) || !fromTray ? board.valuesAt(moved.clientX, moved.clientY) : {} };
    board.frame ??= requestAnimationFrame(() => { board.frame = undefined; if (board.moving) board.paintMove(); });
  };
  const end = (ended) => {
    handle.removeEventListener("pointermove", move);
    const at = board.moving?.at ?? {};
    board.moving = null;
    if (dragging && ended.type === "pointerup" && board.across.name in at) board.put(id, at);
    else if (!dragging && fromTray) { board.chosen = id; board.refresh(); }
    else if (!dragging && ended.pointerType === "touch" && board.chosen) board.put(board.chosen, board.valuesAt(ended.clientX, ended.clientY));
    else if (dragging) board.refresh();
  };
  handle.setPointerCapture(event.pointerId);
  handle.addEventListener("pointermove", move);
  handle.addEventListener("pointerup", end, { once: true });
  handle.addEventListener("pointercancel", end, { once: true });
}

function liesOver(area, event) {
  const box = area.getBoundingClientRect();
  return event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
}

export function moveByKey(board, event, id) {
  const by = event.shiftKey ? 0.1 : 0.5;
  const steps = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, by], ArrowDown: [0, -by] };
  if (!(event.key in steps) || board.store.locked) return;
  event.preventDefault();
  const row = board.store.get([board.question.name, id]);
  const [dx, dy] = steps[event.key];
  board.put(id, { [board.across.name]: tenths(clampTo(row[board.across.name] + dx, 0, 10)), [board.up.name]: tenths(clampTo(row[board.up.name] + dy, 0, 10)) });
}

export function placeByKey(board, event, id) {
  if (!["Enter", " "].includes(event.key) && !event.key.startsWith("Arrow")) return;
  event.preventDefault();
  if (board.store.locked) return;
  board.put(id, { [board.across.name]: 5, [board.up.name]: 5 });
  board.dots.get(id)?.focus();
  if (event.key.startsWith("Arrow")) moveByKey(board, event, id);
}

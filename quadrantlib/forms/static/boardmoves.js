// Moving the board's marks: by mouse, finger and keys.

import { onDrag } from "./drag.js";
import { keyOf } from "./keys.js";
import { clampTo, tenths } from "./numbers.js";

const DRAG_STARTS_AT = 4;

export function dragMark(board, id, handle) {
  const begin = (event) => (board.store.locked ? null : { x: event.clientX, y: event.clientY, moved: false, fromTray: board.chips.get(id) === handle });
  const move = (event, held) => {
    held.moved ||= Math.hypot(event.clientX - held.x, event.clientY - held.y) >= DRAG_STARTS_AT;
    if (!held.moved) return;
    const { fromTray } = held;
    board.moving = { id, fromTray, at: liesOver(board.area, event) || !fromTray ? board.valuesAt(event.clientX, event.clientY) : {} };
    board.frame ??= requestAnimationFrame(() => { board.frame = undefined; if (board.moving) board.paintMove(); });
  };
  const end = (event, { moved, fromTray }, way) => {
    const at = board.moving?.at ?? {};
    board.moving = null;
    if (moved && way !== "cancelled" && board.across.name in at) board.put(id, at); // where it is seen, there it is kept
    else if (moved) board.refresh();
    else if (fromTray) { board.chosen = id; board.refresh(); }
    else if (event.pointerType === "touch" && board.chosen) board.put(board.chosen, board.valuesAt(event.clientX, event.clientY));
  };
  onDrag(handle, { begin, move, end });
}

function liesOver(area, event) {
  const box = area.getBoundingClientRect();
  return event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
}

export function moveByKey(board, event, id) {
  const by = event.shiftKey ? 0.1 : 0.5;
  const steps = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, by], ArrowDown: [0, -by] };
  const key = keyOf(event);
  if (!(key in steps) || board.store.locked) return;
  event.preventDefault();
  const row = board.store.get([board.question.name, id]);
  const [dx, dy] = steps[key];
  board.put(id, { [board.across.name]: tenths(clampTo(row[board.across.name] + dx, 0, 10)), [board.up.name]: tenths(clampTo(row[board.up.name] + dy, 0, 10)) });
}

export function placeByKey(board, event, id) {
  const key = keyOf(event);
  if (!["Enter", " "].includes(key) && !key.startsWith("Arrow")) return;
  event.preventDefault();
  if (board.store.locked) return;
  board.put(id, { [board.across.name]: 5, [board.up.name]: 5 });
  board.dots.get(id)?.focus();
  if (key.startsWith("Arrow")) moveByKey(board, event, id);
}

// A drag: from where a pointer is pressed to where it ends. However it ends, it ends once.

// `begin(event)` returns what is dragged, or null where nothing is. `move(event, held)` may return
// false: then it was no drag after all. `end(event, held, way)` is told the way it ended: "let go",
// "cancelled" where the browser took the pointer for itself, or "lost" where nobody said that it was
// let go (another window came in between); `event` is then the last one that was seen.
export function onDrag(node, { begin, move, end }) {
  let drag = null;
  const finish = (event, way) => {
    if (!drag || event.pointerId !== drag.id) return;
    const { held, last } = drag;
    drag = null;
    end(way === "let go" ? event : last, held, way);
  };
  node.addEventListener("pointerdown", (event) => {
    finish(event, "lost");
    if (drag || event.button !== 0 || !event.isPrimary) return;
    const held = begin(event);
    if (held === null) return;
    drag = { id: event.pointerId, held, last: event };
    node.setPointerCapture(event.pointerId);
  });
  node.addEventListener("pointermove", (event) => {
    if (event.buttons === 0) finish(event, "lost");
    if (!drag || event.pointerId !== drag.id) return;
    drag.last = event;
    if (move(event, drag.held) === false) drag = null;
  });
  node.addEventListener("pointerup", (event) => finish(event, "let go"));
  node.addEventListener("pointercancel", (event) => finish(event, "cancelled"));
  node.addEventListener("lostpointercapture", (event) => finish(event, "lost"));
}

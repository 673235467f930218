// A card under the finger: dropped on a pile, or swiped far enough to one side. A finger that goes up
// or down scrolls the page as ever.

import { onDrag } from "./drag.js";

const STARTS_AT = 6;
const FAR_ENOUGH = 64;
const FLIGHT_MS = 150;

// `aim(x, y, sideways)` gives the pile that is meant, or null; `drop(pile)` puts the card there;
// `show(pile)` marks it, or none.
export function swipeable(card, { aim, show, drop }) {
  const moved = (event, from) => [event.clientX - from.x, event.clientY - from.y];
  const meant = (event, from) => aim(event.clientX, event.clientY, side(moved(event, from)[0]));
  const begin = (event) => ({ x: event.clientX, y: event.clientY, isHeld: false });
  const move = (event, from) => {
    const [dx, dy] = moved(event, from);
    if (Math.hypot(dx, dy) < STARTS_AT) return;
    from.isHeld = true;
    card.classList.add("q-held");
    card.style.transform = `translate(${dx}px, ${event.pointerType === "mouse" ? dy : 0}px)`;
    show(meant(event, from));
  };
  const end = (event, from, way) => {
    const pile = from.isHeld && way === "let go" ? meant(event, from) : null;
    if (pile !== null) drop(pile); // first: the flight starts where the finger let go
    card.classList.remove("q-held");
    card.style.transform = "";
    show(null);
  };
  onDrag(card, { begin, move, end });
}

function side(dx) {
  return Math.abs(dx) < FAR_ENOUGH ? 0 : Math.sign(dx);
}

// Shows where a card went: a copy of it, for as long as an eye needs to follow.
export function fly(card, pile) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const [start, end] = [card.getBoundingClientRect(), pile.getBoundingClientRect()];
  const ghost = card.cloneNode(true);
  ghost.removeAttribute("id");
  ghost.setAttribute("aria-hidden", "true");
  ghost.classList.add("q-flying");
  Object.assign(ghost.style, { left: `${start.left}px`, top: `${start.top}px`, width: `${start.width}px`, height: `${start.height}px`, transform: "" });
  card.closest(".q-part").append(ghost);
  const [dx, dy] = [end.left + end.width / 2 - start.left - start.width / 2, end.top + end.height / 2 - start.top - start.height / 2];
  const away = ghost.animate([{ opacity: 1 }, { opacity: 0.2, transform: `translate(${dx}px, ${dy}px) scale(.3)` }], { duration: FLIGHT_MS, easing: "ease-in" });
  away.onfinish = away.oncancel = () => ghost.remove();
}

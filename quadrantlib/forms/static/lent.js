// On a borrowed machine: that it is one, and before long that it keeps nothing.

import { el } from "./dom.js";
import { errandsView } from "./errands.js";

const SOON_MS = 4 * 60_000;

// Once a page: over a page of our own, in a notebook over the part that is there first.
export function lentNotice(store, shell) {
  if (!store.state.borrowed || store.lent) return null;
  store.lent = makeNotice(store);
  shell?.prepend(store.lent);
  return shell ? null : store.lent;
}

function makeNotice(store) {
  const { says, reminds, label } = store.state.borrowed;
  const reminder = el("p", { role: "status" });
  const ways = errandsView(store, ["journal", "bring_back"]).node;
  ways.hidden = true;
  setTimeout(() => { reminder.textContent = reminds; ways.hidden = false; }, Math.max(0, begun() + SOON_MS - Date.now()));
  return el("aside", { class: "q-lent", "aria-label": label }, el("p", {}, says), reminder, ways);
}

// Since when this visit goes on, whichever of its pages one looks at.
function begun() {
  const now = Date.now();
  try {
    const since = Number(sessionStorage.getItem("quadrant:since")) || now;
    sessionStorage.setItem("quadrant:since", since);
    return since;
  } catch { return now; }
}

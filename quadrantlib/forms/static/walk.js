// One thing at a time: the stops of a page, and the bar that leads from one to the next.

import { el, fill, isSeen } from "./dom.js";
import { downloadCopy } from "./errands.js";
import { localDay, shownTime } from "./numbers.js";
import { WORDS } from "./words.js";

export class Walk {
  constructor() {
    this.stops = [];
    this.current = null;
    this.listeners = new Set();
  }

  // A stop is {key, part, isOffered, isAnswered, show(visible)}.
  add(stop) {
    this.stops.push(stop);
    this.stops.sort((a, b) => (a.part === b.part ? a.order - b.order : a.part.compareDocumentPosition(b.part) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    stop.show(false);
  }

  get offered() {
    return this.stops.filter((stop) => stop.isOffered());
  }

  get at() {
    return this.offered.indexOf(this.current);
  }

  go(stop, { focus = true, step = false } = {}) {
    if (!stop) return;
    if (this.current !== stop) this.current?.show(false);
    this.current = stop;
    stop.show(true);
    for (const listener of this.listeners) listener(stop, focus, step);
  }

  // What a field would not take is shown once more before one walks on; a second press goes on.
  by(step) {
    const refused = step > 0 ? refusedIn(this.current) : null;
    const isNews = refused !== null && refused !== this.shownAgain;
    this.shownAgain = isNews ? refused : null;
    if (isNews) refused.focus();
    else this.go(this.offered[this.at + step], { step: true });
  }

  // After answers changed, the stop one stands on may be gone.
  settle() {
    if (this.current && !this.current.isOffered()) this.go(this.offered.find((stop) => stop.isOffered()), { focus: false });
    for (const listener of this.listeners) listener(this.current, false);
  }
}

function refusedIn(stop) {
  const fields = stop ? [...stop.part.querySelectorAll("[aria-invalid]")] : [];
  return fields.find((field) => isSeen(field)) ?? null;
}

export function bar(walk, store, home) {
  const back = el("button", { type: "button", class: "q-button q-quiet", onclick: () => walk.by(-1) }, WORDS.back);
  const on = el("button", { type: "button", class: "q-button", "data-q-on": "", onclick: () => walk.by(1) }, WORDS.on);
  const path = home ? el("a", { class: "q-button", href: home, "data-q-home": "" }, WORDS.done) : null;
  const fillLine = el("span", { class: "q-progress-fill" });
  const progress = el("div", { class: "q-progress", role: "img" }, el("span", { class: "q-progress-track" }, fillLine));
  const node = el("nav", { class: "q-bar", "aria-label": WORDS.progressLabel }, back, el("div", { class: "q-bar-middle" }, progress, statusLine(store)), path, on);
  const refresh = () => {
    const { at, offered } = walk;
    const last = at === offered.length - 1;
    back.disabled = at <= 0;
    on.hidden = last && Boolean(path);
    on.disabled = last;
    if (path) path.hidden = !last;
    fillLine.style.width = `${((at + 1) / offered.length) * 100}%`;
    progress.setAttribute("aria-label", `${WORDS.progressLabel}: ${WORDS.progress(at + 1, offered.length)}`);
    progress.hidden = offered.length < 2;
    back.hidden = offered.length < 2;
  };
  walk.listeners.add(refresh);
  refresh();
  return { node, refresh };
}

// ---- what is saved, and when -------------------------------------------------------------

export function statusLine(store) {
  const words = el("span", { class: "q-status-words" });
  const node = el("p", { class: "q-status", role: "status", "data-q-status": "", "data-state": "waiting" }, words);
  const refresh = () => {
    const { state, at } = store.status;
    node.dataset.state = state;
    words.textContent = state === "saved" && at ? WORDS.saved(shownTime(at)) : WORDS.states[state] ?? "";
  };
  store.on((what) => { if (what === "status" || what === "state") refresh(); });
  refresh();
  return node;
}

// What is said when something is not saved: above the bar, with the ways out.
export function notice(store) {
  const node = el("div", { class: "q-notice", role: "alert", hidden: true });
  const keep = () => el("button", { type: "button", class: "q-button", "data-q-copy": "", onclick: () => downloadCopy(store, WORDS.copyName(localDay())) }, WORDS.keepCopy);
  const again = () => el("button", { type: "button", class: "q-button", onclick: () => store.flush() }, WORDS.tryAgain);
  const reload = () => el("button", { type: "button", class: "q-button q-quiet", onclick: () => location.reload() }, WORDS.reload);
  const refresh = () => {
    const { state, words } = store.status;
    const shown = ["lost", "unsaved", "unread"].includes(state);
    if (node.dataset.state === `${state}${words ?? ""}`) return;
    node.dataset.state = `${state}${words ?? ""}`;
    node.hidden = !shown;
    if (state === "lost") fill(node, el("p", {}, WORDS.lost), el("div", { class: "q-ways" }, keep(), reload()));
    else if (state === "unread") fill(node, el("p", {}, words), el("div", { class: "q-ways" }, Object.keys(store.answers).length ? keep() : null, reload()));
    else if (state === "unsaved") fill(node, el("p", {}, words || WORDS.stillHere), el("div", { class: "q-ways" }, keep(), again()));
    else fill(node);
  };
  store.on((what) => { if (what === "status") refresh(); });
  refresh();
  return node;
}

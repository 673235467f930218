// The door: one keeper a page holds the answers, and each part of the page paints itself from it.

import { arrive, finishPartWalk, pageWalk } from "./arrive.js";
import { el } from "./dom.js";
import { lentNotice } from "./lent.js";
import { localDay } from "./numbers.js";
import { roundNotice } from "./rounds.js";
import { stopsOf } from "./stops.js";
import { Store } from "./store.js";
import { patiently } from "./waiting.js";
import { WAITING_WORDS } from "./waitingwords.js";
import { Walk } from "./walk.js";

const SEAT = Symbol.for("quadrant.pages");

export function pagesHere() {
  globalThis[SEAT] ??= { stores: new Map(), waiting: new Map(), renderPart };
  return globalThis[SEAT];
}

export function initialize({ model }) {
  const pages = pagesHere();
  pages.renderPart = renderPart;
  if (model.get("styles")) wear(model.get("styles"));
  const store = new Store((message) => model.send(message));
  model.on("msg:custom", (message) => store.receive(message));
  store.on((what) => { if (what === "state") open(pages, model.get("page"), store); });
  model.send({ kind: "hello", today: localDay() });
  store.watch();
}

// The keeper has no view of its own, so nobody else would put its style sheet on the page.
function wear(styles) {
  const sheet = document.getElementById("quadrant-styles") ?? document.head.appendChild(el("style", { id: "quadrant-styles" }));
  if (sheet.textContent !== styles) sheet.textContent = styles;
}

function open(pages, id, store) {
  if (pages.stores.has(id)) return;
  pages.stores.set(id, store);
  for (const resolve of pages.waiting.get(id) ?? []) resolve(store);
  pages.waiting.delete(id);
}

export function storeOf(id) {
  const pages = pagesHere();
  if (pages.stores.has(id)) return Promise.resolve(pages.stores.get(id));
  return new Promise((resolve) => pages.waiting.set(id, [...(pages.waiting.get(id) ?? []), resolve]));
}

// ---- a part of the page ------------------------------------------------------------------

export async function renderPart({ model, el: root }) {
  const late = () => root.replaceChildren(el("p", { class: "q-error", role: "status" }, WAITING_WORDS.notOpened));
  const store = await patiently(storeOf(model.get("page")), late);
  const shell = document.querySelector("[data-q-shell]");
  const walk = shell ? (store.walk ??= pageWalk(store, shell)) : new Walk();
  root.classList.add("q-part");
  const top = shell ? null : roundNotice(store);
  const stops = stopsOf(store, model.get("asks"), model.get("shows"), root);
  root.replaceChildren(...[lentNotice(store, shell), top?.node, ...stops.map((stop) => stop.node)].filter(Boolean));
  for (const stop of stops) walk.add(stop);
  const refresh = () => { top?.refresh(); for (const stop of stops) { stop.refresh(); stop.node.inert = store.locked && !stop.open; } };
  refresh();
  const off = store.on((what) => { if (["answers", "state", "reading"].includes(what)) { refresh(); walk.settle(); } });
  if (!shell) finishPartWalk(walk, store, root, stops);
  else if (walk.arrived) walk.settle();
  else arrive(walk, store, shell);
  return () => { off(); walk.stops = walk.stops.filter((stop) => !stops.includes(stop)); };
}

export default { initialize };

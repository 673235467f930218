// The door: one keeper a page holds the answers, and each part of the page paints itself from it.

import { calendarAid } from "./calendar.js";
import { boardView } from "./board.js";
import { el, more, newRowId } from "./dom.js";
import { field } from "./fields.js";
import { localDay } from "./numbers.js";
import { eachView, listView, oneByOneView } from "./rows.js";
import { lookBackField, roundNotice } from "./rounds.js";
import { region } from "./shares.js";
import { readingView } from "./show.js";
import { Store } from "./store.js";
import { bar, notice, Walk } from "./walk.js";
import { WORDS } from "./words.js";

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
  const store = await storeOf(model.get("page"));
  const shell = document.querySelector("[data-q-shell]");
  const walk = shell ? (store.walk ??= pageWalk(store, shell)) : partWalk();
  root.classList.add("q-part");
  const top = shell ? null : roundNotice(store);
  const stops = stopsOf(store, model.get("asks"), model.get("shows"), root);
  root.replaceChildren(...[top?.node, ...stops.map((stop) => stop.node)].filter(Boolean));
  for (const stop of stops) walk.add(stop);
  const refresh = () => { top?.refresh(); for (const stop of stops) { stop.refresh(); stop.node.inert = store.locked && !stop.open; } };
  refresh();
  const off = store.on((what) => { if (["answers", "state", "reading"].includes(what)) { refresh(); walk.settle(); } });
  if (!shell) finishPartWalk(walk, store, root, stops);
  else if (walk.arrived) walk.settle();
  else arrive(walk, store, shell);
  return () => { off(); walk.stops = walk.stops.filter((stop) => !stops.includes(stop)); };
}

function stopsOf(store, asks, shows, root) {
  const questions = asks.map((name) => store.state.questions.find((one) => one.name === name));
  const plain = questions.filter((question) => !question.more);
  const behind = questions.filter((question) => question.more);
  const stops = plain.flatMap((question) => (question.kind === "rows" ? question.steps.map((step) => stepStop(store, question, step)) : [questionStop(store, question)]));
  if (behind.length) addBehind(store, stops, behind);
  if (shows) stops.push({ key: "reading", open: true, ...readingView(store), isOffered: () => true, isAnswered: () => false });
  return stops.map((stop, order) => ({ ...stop, order, part: root, show: (visible) => { stop.node.hidden = !visible; } }));
}

function plainBinding(store, question) {
  return {
    get: () => store.get([question.name]),
    suggestions: (name) => store.state.suggestions[name] ?? [],
    set: (value) => store.set([question.name], value, { now: question.kind !== "words" }),
    setPart: (part, value) => store.set([question.name, part], value),
  };
}

function questionStop(store, question) {
  const made = question.looks_back ? lookBackField(store, question) : field(question, plainBinding(store, question));
  const node = el("div", { class: "q-stop" }, made.node);
  return {
    key: question.name, node, open: question.looks_back, looksBack: question.looks_back, refresh: made.refresh,
    isOffered: () => !question.when || store.state.offered.includes(question.name),
    isAnswered: () => (question.looks_back ? store.state.back?.answer : store.get([question.name])) != null,
  };
}

function addBehind(store, stops, questions) {
  const made = questions.map((question) => field(question, plainBinding(store, question)));
  const last = stops.at(-1);
  const refresh = last.refresh;
  last.node.append(more(WORDS.moreToAsk, made.map((one) => one.node)));
  last.refresh = () => { refresh(); made.forEach((one) => one.refresh()); };
}

// ---- a step of a list of rows ------------------------------------------------------------

const VIEWS = { list: listWithAid, one_by_one: oneByOneView, board: boardView, each: eachView };

function stepStop(store, question, step) {
  const here = () => store.rows(question.name).filter((row) => !step.region || lies(row, step.region));
  const made = VIEWS[step.view](store, question, step, here);
  const behind = step.also.map((name) => store.state.questions.find((one) => one.name === name)).map((one) => field(one, plainBinding(store, one)));
  const node = el("div", { class: `q-stop q-step q-step-${step.view}`, "data-q-field": step.name },
    el("h2", { class: "q-step-title" }, step.title), step.help ? el("p", { class: "q-step-help" }, step.help) : null, made.node,
    behind.length ? more(WORDS.more, behind.map((one) => one.node)) : null);
  return {
    key: step.name, node, open: false,
    refresh: () => { made.refresh(); behind.forEach((one) => one.refresh()); },
    isOffered: () => !step.region || here().length > 0,
    isAnswered: () => here().length > 0 && here().every((row) => step.columns.slice(0, 1).every((name) => row[name] !== undefined)),
  };
}

function lies(row, name) {
  return row.difficulty !== undefined && row.autonomy !== undefined && region(row.difficulty, row.autonomy) === name;
}

function listWithAid(store, question, step) {
  const first = question.columns[0].name;
  const add = (picked) => {
    const room = question.at_most - store.rows(question.name).length;
    for (const { title, hours } of picked.slice(0, room)) {
      const id = newRowId();
      store.set([question.name, id], { id, [first]: title, ...(hours ? { hours } : {}) }, { now: true });
    }
  };
  return listView(store, question, step, calendarAid(store, question, add));
}

// ---- walking -----------------------------------------------------------------------------

function pageWalk(store, shell) {
  const walk = new Walk();
  const top = roundNotice(store);
  const made = bar(walk, store, shell.dataset.qHome);
  shell.querySelector("[data-q-notice]").replaceChildren(top.node);
  shell.querySelector("[data-q-bar]").replaceChildren(notice(store), made.node);
  top.refresh();
  store.on((what) => {
    if (["state", "reading"].includes(what)) top.refresh();
    if (what === "round") walk.go(walk.offered[0]);
  });
  walk.listeners.add((stop, focus) => showSection(walk, shell, stop, focus));
  return walk;
}

// The parts come one after the other. Where one was may lie in a later one: until it is there, or
// the page is whole, nothing is shown in its stead.
function arrive(walk, store, shell) {
  setTimeout(() => {
    if (walk.arrived) return;
    const wanted = location.hash.slice(1) || remembered(shell) || "";
    const back = walk.offered.find((stop) => stop.looksBack && !stop.isAnswered());
    const isNew = !wanted && Object.keys(store.answers).length === 0;
    const isWhole = document.readyState === "complete";
    const found = back ?? stopAt(walk, wanted) ?? (isNew || isWhole ? firstOpen(walk) : null);
    if (!found) return addEventListener("load", () => arrive(walk, store, shell), { once: true });
    walk.arrived = true;
    walk.go(found, { focus: false });
    addEventListener("hashchange", () => {
      const stop = stopAt(walk, location.hash.slice(1));
      if (stop && stop !== walk.current) walk.go(stop);
    });
  });
}

function stopAt(walk, place) {
  const key = place.split("-").slice(1).join("-");
  return walk.offered.find((stop) => stop.key === key);
}

function firstOpen(walk) {
  const { offered } = walk;
  const begun = offered.some((stop) => stop.isAnswered());
  return (begun && offered.find((stop) => !stop.isAnswered())) || offered[0];
}

function showSection(walk, shell, stop, focus) {
  const sections = [...shell.querySelectorAll("[data-q-section]")];
  const own = stop?.part.closest("[data-q-section]");
  if (!own) return;
  for (const section of sections) section.toggleAttribute("data-q-away", section !== own);
  const first = walk.offered.find((one) => one.part === stop.part);
  own.toggleAttribute("data-q-later", stop !== first);
  const place = `${own.dataset.qSection}-${stop.key}`;
  if (location.hash.slice(1) !== place) history.replaceState(null, "", `#${place}`);
  remember(shell, place);
  if (!focus) return;
  scrollTo({ top: 0 });
  focusOn(stop === first ? own : stop.node);
}

function focusOn(node) {
  const heading = node.querySelector("h1, h2, legend, label") ?? node;
  heading.setAttribute("tabindex", "-1");
  heading.focus({ preventScroll: true });
}

// Where one was, without a word of what one wrote.
function remember(shell, place) {
  try { localStorage.setItem(`quadrant:${shell.dataset.qShell}`, place); } catch { /* a browser that keeps nothing */ }
}

function remembered(shell) {
  try { return localStorage.getItem(`quadrant:${shell.dataset.qShell}`); } catch { return null; }
}

function partWalk() {
  return new Walk();
}

function finishPartWalk(walk, store, root, stops) {
  walk.listeners.add((stop, focus) => { if (focus) focusOn(stop.node); });
  walk.go(firstOpen(walk), { focus: false });
  root.append(notice(store), bar(walk, store, null).node);
  root.classList.toggle("q-single", stops.length < 2);
}

export default { initialize };

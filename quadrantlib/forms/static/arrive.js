// The way through a page: one section and one stop in view, and back where one was.

import { el } from "./dom.js";
import { journalMenu } from "./errands.js";
import { roundNotice } from "./rounds.js";
import { bar, notice, Walk } from "./walk.js";

const SAMPLE = "This is a made-up person’s journal.";

export function pageWalk(store, shell) {
  const walk = new Walk();
  const top = roundNotice(store);
  const made = bar(walk, store, shell.dataset.qHome);
  shell.querySelector("[data-q-notice]").replaceChildren(top.node);
  shell.querySelector("[data-q-bar]").replaceChildren(notice(store), made.node);
  const head = headOf(store, shell);
  top.refresh();
  store.on((what) => {
    if (["state", "reading"].includes(what)) { top.refresh(); head.refresh(); }
    if (what === "round") walk.go(walk.offered[0]);
  });
  walk.listeners.add((stop, focus, step) => showSection(walk, shell, stop, focus, step));
  return walk;
}

// Over the page: the way to the journal, and the sentence of direction once it is written.
function headOf(store, shell) {
  const menu = journalMenu(store);
  const direction = el("p", { class: "q-direction", dir: "auto" });
  shell.querySelector(".q-top").append(menu.opener);
  const sample = el("p", { class: "q-sample" }, store.state.journal.sample === true ? SAMPLE : "");
  shell.querySelector(".q-top").after(menu.panel, sample, direction);
  const refresh = () => { direction.textContent = store.state.slug === "my-page" ? "" : store.state.direction; };
  refresh();
  return { refresh };
}

// The parts come one after the other. Where one belongs may lie in a later one: until it is there,
// or the page is whole, nothing is shown in its stead.
export function arrive(walk, store, shell) {
  setTimeout(() => {
    if (walk.arrived) return;
    const found = placeFor(walk, store, shell, document.readyState === "complete");
    if (!found) return addEventListener("load", () => arrive(walk, store, shell), { once: true });
    walk.arrived = true;
    walk.go(found, { focus: false });
    addEventListener("hashchange", () => {
      const stop = stopAt(walk, location.hash.slice(1));
      if (stop && stop !== walk.current) walk.go(stop);
    });
  });
}

// What asks to look back comes first; then what the address says, as after a reload. Nothing written
// yet: the first question. A log: its line. All answered that leads to what it says back: there.
// Else where one was.
function placeFor(walk, store, shell, isWhole) {
  const back = walk.offered.find((stop) => stop.looksBack && !stop.isAnswered());
  if (back || location.hash.length > 1) return back ?? stopAt(walk, location.hash.slice(1)) ?? (isWhole ? firstOpen(walk) : null);
  if (Object.keys(store.answers).length === 0) return walk.offered[0];
  const before = stopAt(walk, remembered(shell) ?? "");
  const line = walk.offered.find(isLine);
  if (line || (before && !before.isAnswered() && !store.state.questions.some(hasLine))) return line ?? before;
  if (!isWhole) return null;
  const end = walk.offered.findIndex((stop) => stop.key === "reading");
  const isDone = end > 0 && walk.offered.slice(0, end).every((stop) => stop.isAnswered());
  return isDone ? walk.offered[end] : (before ?? firstOpen(walk));
}

function hasLine(question) {
  return question.steps?.some((step) => step.view === "log") ?? false;
}

function isLine(stop) {
  return stop.of?.steps?.some((step) => step.name === stop.key && step.view === "log") ?? false;
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

function showSection(walk, shell, stop, focus, step) {
  const sections = [...shell.querySelectorAll("[data-q-section]")];
  const own = stop?.part.closest("[data-q-section]");
  if (!own) return;
  for (const section of sections) section.toggleAttribute("data-q-away", section !== own);
  const first = walk.offered.find((one) => one.part === stop.part);
  own.toggleAttribute("data-q-later", stop !== first);
  const place = `${own.dataset.qSection}-${stop.key}`;
  // A step of one's own is one that the browser's Back undoes.
  if (location.hash.slice(1) !== place) history[step ? "pushState" : "replaceState"](null, "", `#${place}`);
  remember(shell, place, stop !== first);
  if (!focus) return;
  scrollTo({ top: 0 });
  focusOn(stop === first ? own : stop.node);
}

function focusOn(node) {
  const heading = node.querySelector("h1, h2, legend, label") ?? node;
  heading.setAttribute("tabindex", "-1");
  heading.focus({ preventScroll: true });
}

// Where one was, without a word of what one wrote. The sign says that a section's prose is done
// with: the page heeds it before this code is there.
function remember(shell, place, isLater) {
  try { localStorage.setItem(`quadrant:${shell.dataset.qShell}`, isLater ? `${place}+` : place); } catch { /* a browser that keeps nothing */ }
}

function remembered(shell) {
  try { return localStorage.getItem(`quadrant:${shell.dataset.qShell}`)?.replace("+", ""); } catch { return null; }
}

// In a notebook each part is a short way of its own.
export function finishPartWalk(walk, store, root, stops) {
  walk.listeners.add((stop, focus) => { if (focus) focusOn(stop.node); });
  walk.listeners.add((stop) => { if (!stop) walk.go(firstOpen(walk), { focus: false }); }); // nothing was asked so far
  walk.go(firstOpen(walk), { focus: false });
  root.append(notice(store), bar(walk, store, null).node);
  root.classList.toggle("q-single", stops.length < 2);
}

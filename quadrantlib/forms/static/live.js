// The front end of a page that the workbook serves itself. Elsewhere (JupyterLab, Binder, in a
// browser's Python) anywidget brings the same keeper and the same parts.

import { initialize, renderPart } from "./keeper.js";
import { Line } from "./line.js";

const placed = new Set();
let line = null;

// Asked for late: from the browser's cache this runs before the page's body is there.
function frameData() {
  return document.querySelector("[data-q-shell]").dataset;
}

function placePart(node) {
  if (placed.has(node)) return;
  placed.add(node);
  const part = JSON.parse(node.dataset.qPart);
  line ??= openLine(part);
  renderPart({ model: { get: (name) => part[name] }, el: node });
}

function openLine(part) {
  const listeners = [];
  const made = new Line(frameData().qHome, frameData().qKernel, part.keeper, (message) => listeners.forEach((listener) => listener(message)));
  initialize({ model: { get: (name) => part[name], send: (message) => made.send(message), on: (_, listener) => listeners.push(listener) } });
  return made;
}

// Whoever leaves takes the kernel along: nothing piles up on the machine.
function leave() {
  const form = new FormData();
  form.append("_xsrf", document.cookie.match(/(?:^|; )_xsrf=([^;]*)/)?.[1] ?? "");
  navigator.sendBeacon(`${frameData().qHome}voila/api/shutdown/${frameData().qKernel}`, form);
}

globalThis.quadrantPlaced = () => document.querySelectorAll("[data-q-part]").forEach(placePart);
globalThis.quadrantPlaced();
addEventListener("pagehide", leave);
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

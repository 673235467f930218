// What a page does besides asking: the journal down and back, and everything forgotten.

import { el, fill } from "./dom.js";
import { handOver, handOverBytes } from "./handover.js";
import { keyOf } from "./keys.js";
import { ERRAND_WORDS } from "./errandwords.js";
import { fileText } from "./filetext.js";
import { ask, waitingPlace } from "./waiting.js";

const LARGEST_JOURNAL = 9_000_000;
const ON_LETTER = /-(US|CA|MX|CO|VE|CL|PH)\b/; // where paper is sold in that size

export function errandsView(store, errands) {
  const said = el("p", { class: "q-help", role: "status" });
  const asking = el("div", { class: "q-asking" });
  const wait = waitingPlace(store, (words, isTrouble = false) => { fill(said, words); said.classList.toggle("q-error", isTrouble); });
  const paper = ON_LETTER.test(navigator.language) ? "letter" : "a4";
  // `more` may be a file's text, which is waited for as well.
  const run = (name, more = async () => ({})) => wait(ERRAND_WORDS.working, async () => ask(store, { kind: "errand", name, paper, ...(await more()) }), ({ file, words }) => {
    if (file) handOverBytes(file);
    if (name === "forget") forgetPlaces();
    return file ? ERRAND_WORDS.handed(file.name) : words;
  });
  const ways = errands.map((name) => (MAKES[name] ?? plainErrand)(name, run, asking));
  return { node: el("div", { class: "q-errands" }, el("div", { class: "q-ways" }, ways), asking, said), refresh: () => {} };
}

function plainErrand(name, run) {
  return el("button", { type: "button", class: "q-button q-quiet", "data-q-errand": name, onclick: () => run(name) }, ERRAND_WORDS.does[name]);
}

function bringBack(name, run) {
  const file = el("input", { type: "file", accept: ".json,application/json", class: "q-file q-sr", tabindex: -1, "aria-hidden": "true", onchange: () => read(file.files[0]) });
  const limits = { largest: LARGEST_JOURNAL, tooLarge: ERRAND_WORDS.tooLarge };
  const read = (picked) => picked && run(name, async () => ({ text: await fileText(picked, limits) })).then(() => { file.value = ""; });
  return el("span", {}, file, el("button", { type: "button", class: "q-button q-quiet", "data-q-errand": name, onclick: () => file.click() }, ERRAND_WORDS.does[name]));
}

function forget(name, run, asking) {
  const no = el("button", { type: "button", class: "q-button", onclick: () => { fill(asking); opener.focus(); } }, ERRAND_WORDS.keep);
  const yes = el("button", { type: "button", class: "q-button q-quiet q-alarming", "data-q-sure": "", onclick: () => { fill(asking); run(name); } }, ERRAND_WORDS.forgetNow);
  const first = el("button", { type: "button", class: "q-button q-quiet", onclick: () => run("journal") }, ERRAND_WORDS.downloadFirst);
  const question = () => {
    fill(asking, el("p", {}, ERRAND_WORDS.sure), el("div", { class: "q-ways" }, no, first, yes));
    no.focus({ preventScroll: true });
    asking.scrollIntoView({ block: "center" }); // the bar would hide what stands at the very bottom
  };
  const opener = el("button", { type: "button", class: "q-button q-quiet q-alarming", "data-q-errand": name, onclick: question }, ERRAND_WORDS.does[name]);
  return opener;
}

const MAKES = { bring_back: bringBack, forget };

// Where one was on each page goes with the answers.
function forgetPlaces() {
  try { for (const key of Object.keys(localStorage)) if (key.startsWith("quadrant:")) localStorage.removeItem(key); } catch { /* a browser that keeps nothing */ }
}

// On pages of our own: a quiet word at the top, which opens what there is to do.
export function journalMenu(store) {
  const view = errandsView(store, ["journal", "bring_back", "forget"]);
  const panel = el("div", { class: "q-journal", id: "q-journal", hidden: true }, el("p", {}, ERRAND_WORDS.about), view.node);
  const opener = el("button", { type: "button", class: "q-clear q-journal-word", "aria-expanded": "false", "aria-controls": "q-journal", onclick: () => toggle() }, ERRAND_WORDS.yours);
  const toggle = () => { panel.hidden = !panel.hidden; opener.setAttribute("aria-expanded", String(!panel.hidden)); };
  panel.addEventListener("keydown", (event) => { if (keyOf(event) === "Escape") { toggle(); opener.focus(); } });
  return { opener, panel };
}

export function downloadCopy(store, name) {
  handOver(name, "application/json", `${JSON.stringify(store.copy(), null, 2)}\n`);
}

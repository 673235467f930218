// A list out of a text file: read here and nowhere else, a line a row.

import { CARD_WORDS } from "./cardwords.js";
import { el, fill, newRowId } from "./dom.js";
import { fileText } from "./filetext.js";
import { waitingPlace } from "./waiting.js";
import { WORDS } from "./words.js";

const LARGEST_TEXT = 200_000;
const SCOPE = "text_file";

export function textFileAid(store, question) {
  const said = el("div", { class: "q-help", role: "status" });
  const file = el("input", { type: "file", accept: ".txt,.csv,.md,text/plain", class: "q-file", onchange: () => read(file.files[0]) });
  const undo = () => el("button", { type: "button", class: "q-clear", onclick: () => { if (store.canUndo(SCOPE)) store.undo(); fill(said); file.focus(); } }, WORDS.undo);
  const wait = waitingPlace(store, (words, isTrouble) => fill(said, isTrouble ? el("p", { class: "q-error" }, words) : words));
  const limits = { largest: LARGEST_TEXT, tooLarge: CARD_WORDS.textTooBig, notText: CARD_WORDS.notText };
  const read = (picked) => picked && wait("", () => fileText(picked, limits), (text) => {
    file.value = "";
    const { lines, words } = found(store, question, text);
    addLines(store, question, lines);
    return el("p", {}, words.join(" "), lines.length ? " " : null, lines.length ? undo() : null);
  });
  return el("div", { class: "q-text-file" }, el("label", { class: "q-field" }, el("span", { class: "q-label" }, CARD_WORDS.textFile), file, el("span", { class: "q-help" }, CARD_WORDS.textFilePromise)), said);
}

// Each line once, without the bullet before it.
export function linesOf(text) {
  const bare = text.split(/\r\n|\r|\n/).map((line) => line.replace(/^\s*[-*•·–]\s+/, "").replace(/\s+/g, " ").trim());
  const seen = new Set();
  return bare.filter((line) => line && !seen.has(line.toLowerCase()) && seen.add(line.toLowerCase()));
}

function found(store, question, text) {
  const [first] = question.columns;
  const rows = store.rows(question.name);
  const known = new Set(rows.map((row) => row[first.name]?.trim().toLowerCase()));
  const fresh = linesOf(text).filter((line) => !known.has(line.toLowerCase()));
  const short = fresh.filter((line) => line.length <= first.longest);
  const lines = short.slice(0, Math.max(0, question.at_most - rows.length));
  const tooLong = fresh.length - short.length;
  const tooMany = short.length - lines.length;
  const words = [lines.length ? CARD_WORDS.linesAdded(lines.length) : "", tooLong ? CARD_WORDS.linesTooLong(tooLong, first.longest) : "", tooMany ? CARD_WORDS.linesTooMany(tooMany) : ""];
  return { lines, words: fresh.length ? words.filter(Boolean) : [CARD_WORDS.noLines] };
}

function addLines(store, question, lines) {
  const [first] = question.columns;
  store.setAll(lines.map((line) => {
    const id = newRowId();
    return [[question.name, id], { id, [first.name]: line }];
  }), { scope: SCOPE, now: true });
}

// A file that somebody brings: decoded here, read by the kernel, answered below and never kept.

import { el, fill, newDomId } from "./dom.js";
import { FIELD_WORDS } from "./fieldwords.js";
import { describedBy, frame } from "./frame.js";
import { localDay } from "./numbers.js";
import { readingView } from "./show.js";

const LARGEST_FILE = 2_000_000; // bytes

export function broughtField(question, binding) {
  const id = newDomId("brought");
  const said = el("p", { class: "q-help", role: "status" });
  const found = el("div", { class: "q-heard" });
  const say = (words, isTrouble) => { said.textContent = words; said.className = isTrouble ? "q-error" : "q-help"; fill(found); };
  const trouble = (words) => say(words, true);
  const read = async (file) => {
    if (!file) return;
    if (file.size > LARGEST_FILE) return trouble(FIELD_WORDS.tooLarge);
    const text = textOf(new Uint8Array(await file.arrayBuffer()));
    if (text === null) return trouble(FIELD_WORDS.notText);
    say(FIELD_WORDS.hearing);
    binding.store.send({ kind: "hear", name: question.name, text, today: localDay() });
  };
  const file = el("input", { id, type: "file", accept: question.accept, class: "q-file", "aria-describedby": [`${id}-promise`, describedBy(question, id)].filter(Boolean).join(" "),
    onchange: async () => { await read(file.files[0]); file.value = ""; } }); // the same file may be brought again, corrected
  binding.store.on((message) => {
    if (message.kind !== "heard" || message.name !== question.name) return;
    if (message.trouble) trouble(message.trouble);
    else { say(""); fill(found, heard(message.reading)); }
  });
  const promise = el("p", { class: "q-help", id: `${id}-promise` }, FIELD_WORDS.hearPromise);
  // Nothing of it is kept, so it is never missing.
  return { node: frame(question, id, file, promise, said, found), refresh: () => {}, isAnswered: () => true };
}

function heard(reading) {
  const view = readingView({ state: { reading } });
  view.refresh();
  return view.node;
}

// Spreadsheets write more than one kind of text; null where it is none.
function textOf(bytes) {
  const [first, second] = bytes;
  const decoded = (encoding, strict) => new TextDecoder(encoding, { fatal: strict }).decode(bytes);
  const marked = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  if (!marked && bytes.includes(0)) return null;
  if (marked) return decoded(marked, false);
  try {
    return decoded("utf-8", true);
  } catch {
    return decoded("windows-1252", false);
  }
}

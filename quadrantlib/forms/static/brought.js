// A file that somebody brings: decoded here, read by the kernel, answered below and never kept.

import { el, fill, newDomId } from "./dom.js";
import { FIELD_WORDS } from "./fieldwords.js";
import { fileText } from "./filetext.js";
import { describedBy, frame } from "./frame.js";
import { readingView } from "./show.js";
import { ask, waitingPlace } from "./waiting.js";

const LARGEST_FILE = 2_000_000; // bytes

export function broughtField(question, binding) {
  const id = newDomId("brought");
  const said = el("p", { class: "q-help", role: "status" });
  const found = el("div", { class: "q-heard" });
  const say = (words, isTrouble = false) => { said.textContent = words; said.className = isTrouble ? "q-error" : "q-help"; };
  const wait = waitingPlace(binding.store, say);
  const limits = { largest: LARGEST_FILE, tooLarge: FIELD_WORDS.tooLarge, notText: FIELD_WORDS.notText };
  const hear = async (picked) => {
    const text = await fileText(picked, limits);
    say(FIELD_WORDS.hearing);
    return ask(binding.store, { kind: "hear", name: question.name, text });
  };
  const read = (picked) => { fill(found); return wait("", () => hear(picked), ({ reading }) => { fill(found, heard(reading)); }); };
  const file = el("input", { id, type: "file", accept: question.accept, class: "q-file", "aria-describedby": [`${id}-promise`, describedBy(question, id)].filter(Boolean).join(" "),
    onchange: () => { if (file.files[0]) read(file.files[0]).then(() => { file.value = ""; }); } }); // the same file may be brought again, corrected
  const promise = el("p", { class: "q-help", id: `${id}-promise` }, FIELD_WORDS.hearPromise);
  // Nothing of it is kept, so it is never missing.
  return { node: frame(question, id, file, promise, said, found), refresh: () => {}, isAnswered: () => true };
}

function heard(reading) {
  const view = readingView({ state: { reading } });
  view.refresh();
  return view.node;
}

// Sealed words: a letter to the Monday after a day, out of sight until then.

import { el, fill } from "./dom.js";
import { localDay, shownDay } from "./numbers.js";
import { ROW_WORDS } from "./rowwords.js";

// The Monday after `day` (YYYY-MM-DD); after a Monday, that of the next week.
export function opening(day) {
  const [year, month, date] = day.split("-").map(Number);
  const ahead = (8 - new Date(year, month - 1, date).getDay()) % 7 || 7;
  return localDay(new Date(year, month - 1, date + ahead));
}

// The field of a letter, with its seal: written, sealed, open. `made` is the field to write it in.
export function sealedField(question, binding, made) {
  const closed = el("p", { class: "q-sealed-words" });
  const open = el("blockquote", { class: "q-letter", dir: "auto" });
  const help = el("p", { class: "q-help" });
  const seal = el("button", { type: "button", class: "q-button q-quiet", onclick: () => { binding.setSibling(question.sealed, localDay()); refresh(); closed.focus(); } }, ROW_WORDS.seal);
  const unseal = el("button", { type: "button", class: "q-clear", onclick: () => { binding.setSibling(question.sealed, null); refresh(); made.input.focus(); } }, ROW_WORDS.unseal);
  const shut = el("div", { class: "q-sealed" }, closed, unseal);
  const opened = el("div", { class: "q-sealed" }, el("p", { class: "q-label" }, question.ask), open);
  const node = el("div", { class: "q-seal" }, made.node, help, seal, shut, opened);
  closed.tabIndex = -1;
  const refresh = () => {
    const [sealed, day] = [binding.sibling(question.sealed), binding.sibling(question.opens)];
    const isOpen = Boolean(sealed && day) && localDay() >= opening(day);
    made.node.hidden = Boolean(sealed);
    shut.hidden = !sealed || isOpen;
    opened.hidden = !isOpen;
    help.hidden = Boolean(sealed || !binding.get() || day);
    help.textContent = ROW_WORDS.sealNeedsDay;
    seal.hidden = Boolean(sealed) || !binding.get() || !day;
    unseal.hidden = sealed !== localDay();
    fill(closed, sealed ? ROW_WORDS.sealedUntil(shownDay(sealed), day ? shownDay(opening(day)) : "") : "");
    fill(open, isOpen ? binding.get() ?? "" : "");
    if (!sealed) made.refresh();
    else if (!isOpen && made.input) made.input.value = "";
  };
  return { node, refresh };
}

// What the card is made of: a list to untick from, an invitation to bring, a line to type.

import { el, fill, newDomId } from "./dom.js";
import { fileText } from "./filetext.js";
import { CARD_OVER_WORDS } from "./sharecardwords.js";
import { waitingPlace } from "./waiting.js";
import { wordsField } from "./writing.js";

const LARGEST_INVITATION = 256_000; // bytes

// A line with room below for what is wrong with it; `error` is shown by whoever finds that.
export function typedField(asked, binding) {
  const error = el("p", { class: "q-error", hidden: true });
  const made = wordsField({ lines: 1, ...asked }, binding);
  made.input.after(error);
  return { ...made, error };
}

// Everything that could leave, ticked; what was unticked stays so when it is shown anew.
export function offeredList(question, changed) {
  const id = newDomId("offered");
  const rows = new Map();
  const list = el("ul", { class: "q-offered" });
  const always = el("ul", { class: "q-always" });
  const never = el("p", { class: "q-help q-always-said" });
  const node = el("fieldset", { class: "q-field q-offer", "aria-describedby": `${id}-help` }, el("legend", { class: "q-label" }, question.ask),
    el("p", { class: "q-help", id: `${id}-help` }, question.help), list, el("p", { class: "q-help q-always-said" }, CARD_OVER_WORDS.always), always, never);
  const show = (offer) => {
    for (const { name, title, words } of offer.shares) {
      if (!rows.has(name)) rows.set(name, offeredRow(name, title, changed));
      rows.get(name).words.textContent = words;
    }
    fill(list, offer.shares.map(({ name }) => rows.get(name).node));
    fill(always, offer.always.map((words) => el("li", {}, words)));
    never.textContent = offer.never;
  };
  const unticked = () => [...rows].filter(([, row]) => row.node.isConnected && !row.input.checked).map(([name]) => name);
  return { node, show, unticked };
}

function offeredRow(name, title, changed) {
  const input = el("input", { type: "checkbox", value: name, checked: true, onchange: changed });
  const words = el("span", { class: "q-offered-words" });
  return { input, words, node: el("li", {}, el("label", { class: "q-offered-one" }, input, el("span", {}, el("span", { class: "q-lead" }, title), words))) };
}

// The file that whoever collects hands to everybody: read here, and put away again.
export function invitationField(store, question, bring, putAway) {
  const id = newDomId("invitation");
  const said = el("p", { class: "q-help", role: "status", dir: "auto" });
  const file = el("input", { id, type: "file", accept: question.accept, class: "q-file", "aria-describedby": `${id}-help`,
    onchange: () => { if (file.files[0]) read(file.files[0]).then(() => { file.value = ""; }); } });
  const help = el("p", { class: "q-help", id: `${id}-help` }, CARD_OVER_WORDS.invitationHelp);
  const away = el("button", { type: "button", class: "q-clear", hidden: true, onclick: () => putAway() }, CARD_OVER_WORDS.uninvite);
  const say = (words, isTrouble = false) => { said.textContent = words; said.className = isTrouble ? "q-error" : "q-help"; };
  const wait = waitingPlace(store, say);
  const limits = { largest: LARGEST_INVITATION, tooLarge: CARD_OVER_WORDS.tooLarge, notText: CARD_OVER_WORDS.notText };
  const read = (picked) => wait("", () => fileText(picked, limits), (text) => { bring(text); });
  const show = (invitation) => {
    say(invitation ? CARD_OVER_WORDS.invited(invitation.cohort) : "");
    file.hidden = Boolean(invitation);
    away.hidden = !invitation;
    help.hidden = Boolean(invitation);
  };
  const node = el("div", { class: "q-field" }, el("label", { class: "q-label", for: id }, CARD_OVER_WORDS.invitation), file, said, away, help);
  return { node, show, trouble: (words) => say(words, true) };
}

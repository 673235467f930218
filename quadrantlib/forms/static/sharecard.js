// The card on which a submission is put together: what leaves is seen, chosen, and only then made.

import { choiceField } from "./choice.js";
import { el, fill } from "./dom.js";
import { showError } from "./frame.js";
import { handOverBytes } from "./handover.js";
import { invitationField, offeredList, typedField } from "./sharecardparts.js";
import { CARD_OVER_WORDS } from "./sharecardwords.js";
import { ask, waitingPlace } from "./waiting.js";

const QUIET_TYPING_MS = 250;

export function handingField(question, binding) {
  const card = new ShareCard(question, binding.store);
  // Nobody has to hand anything over, so nothing is ever missing.
  return { node: card.node, refresh: () => card.refresh(), isAnswered: () => true };
}

// What is typed here lives in `chosen` and nowhere else: no answer, no storage, no attribute.
class ShareCard {
  constructor(question, store) {
    this.store = store;
    this.chosen = { cohort: "", code: "", belongs: "", answer: "", invitation: "" };
    this.files = 0; // how many were asked for
    this.asking = []; // what the invitation asks, as fields
    this.makeParts(question);
    this.node = this.together();
    new IntersectionObserver((seen) => { this.isSeen = seen.at(-1).isIntersecting; this.refresh(); }).observe(this.node);
    this.offering = waitingPlace(store, (words, isTrouble) => this.sayOffer(words, isTrouble));
    this.showing = waitingPlace(store, (words, isTrouble) => { if (isTrouble) { this.showText(""); this.say(words, true); } });
    this.handing = waitingPlace(store, (words, isTrouble) => this.say(words, isTrouble));
  }

  makeParts(question) {
    this.honest = el("p", { class: "q-honest" });
    this.cohort = typedField(CARD_OVER_WORDS.cohort, this.kept("cohort"));
    this.invitation = invitationField(this.store, question, (text) => this.askOffer(text), () => this.uninvited());
    this.offered = offeredList(question, () => this.changed());
    this.asks = el("div", {});
    this.code = typedField(CARD_OVER_WORDS.code, this.kept("code"));
    this.text = el("pre", { class: "q-the-file", tabindex: 0, role: "region", "aria-label": CARD_OVER_WORDS.theFile });
    this.noFile = el("p", { class: "q-help" }, CARD_OVER_WORDS.noFileYet);
    this.look = el("details", { class: "q-more", ontoggle: () => this.showAnew() }, el("summary", {}, CARD_OVER_WORDS.look), this.text, this.noFile);
    this.said = el("p", { class: "q-help", role: "status" }, CARD_OVER_WORDS.looking);
  }

  together() {
    const download = el("button", { type: "button", class: "q-button", "data-q-download": "", onclick: () => this.handOver() }, CARD_OVER_WORDS.download);
    this.body = el("div", { hidden: true }, el("p", { class: "q-help" }, CARD_OVER_WORDS.promise), this.cohort.node, this.invitation.node, this.offered.node,
      this.asks, this.code.node, this.look, el("div", { class: "q-ways" }, download));
    return el("div", { class: "q-field q-handing", "data-q-unkept": "" }, this.honest, this.body, this.said);
  }

  kept(name) {
    return { get: () => this.chosen[name] || undefined, set: (value) => { this.chosen[name] = value ?? ""; this.changed(); } };
  }

  // ---- what could leave --------------------------------------------------------------------

  // Asked for when it is looked at, and again once the journal is another one.
  refresh() {
    if (!this.isSeen || this.state === this.store.state) return;
    this.state = this.store.state;
    this.askOffer(this.inviting ?? this.chosen.invitation);
  }

  askOffer(invitation) {
    this.inviting = invitation;
    this.offering("", () => this.ask("offer", { invitation }), ({ offer }) => this.showOffer(offer, invitation));
  }

  ask(name, more) {
    return ask(this.store, { kind: "errand", name, ...more });
  }

  showOffer(offer, invitation) {
    const isOther = invitation !== this.chosen.invitation;
    this.chosen.invitation = invitation;
    this.inviting = undefined;
    this.honest.textContent = offer.honest;
    this.offered.show(offer);
    if (isOther) this.showInvitation(offer.invitation);
    this.body.hidden = !offer.shares.length;
    this.showAnew();
    return offer.nothing;
  }

  // What is wrong with an invitation stands beside it.
  sayOffer(words, isTrouble) {
    const isOther = this.inviting !== undefined && this.inviting !== this.chosen.invitation;
    if (isTrouble) this.inviting = undefined;
    if (isTrouble && isOther) this.invitation.trouble(words);
    else this.say(words, isTrouble);
  }

  // ---- the invitation ----------------------------------------------------------------------

  uninvited() {
    Object.assign(this.chosen, { cohort: "", belongs: "", answer: "" });
    this.askOffer("");
    this.cohort.input.focus();
  }

  showInvitation(invitation) {
    if (invitation) this.chosen.cohort = invitation.cohort;
    this.cohort.input.readOnly = Boolean(invitation);
    this.cohort.input.value = this.chosen.cohort;
    this.invitation.show(invitation);
    this.asking = this.whatItAsks(invitation ?? {});
    fill(this.asks, this.asking.map((field) => field.node));
  }

  whatItAsks({ ask, options, question, longest }) {
    const belongs = { name: "belongs", ask, options, help: CARD_OVER_WORDS.belongsHelp };
    const answer = { name: "answer", ask: question, help: CARD_OVER_WORDS.answerHelp, lines: 3, longest };
    return [ask ? choiceField(belongs, this.kept("belongs")) : null, question ? typedField(answer, this.kept("answer")) : null].filter(Boolean);
  }

  // ---- the file ----------------------------------------------------------------------------

  // What was said of the file before is true no longer.
  changed() {
    const { input, error } = this.cohort;
    if (this.chosen.cohort) showError(error, input, "");
    this.say("");
    this.showAnew();
  }

  showAnew() {
    clearTimeout(this.timer);
    for (const field of this.asking) field.refresh();
    this.noFile.hidden = Boolean(this.chosen.cohort);
    if (!this.chosen.cohort) this.showText("");
    else if (this.look.open) this.timer = setTimeout(() => this.make(), QUIET_TYPING_MS);
  }

  // What is shown is what was asked for last; what is handed over, what was wanted.
  async askFile() {
    clearTimeout(this.timer);
    const number = this.files += 1;
    const { file } = await this.ask("submission", { ...this.chosen, without: this.offered.unticked() });
    if (number === this.files) this.showText(textOf64(file.data));
    return file;
  }

  make() {
    this.showing("", () => this.askFile(), () => "");
  }

  handOver() {
    const { input, error } = this.cohort;
    showError(error, input, this.chosen.cohort ? "" : CARD_OVER_WORDS.noCohort);
    if (!this.chosen.cohort) return input.focus();
    this.handing(CARD_OVER_WORDS.working, () => this.askFile(), (file) => { handOverBytes(file); return CARD_OVER_WORDS.handed(file.name); });
  }

  showText(text) {
    this.text.textContent = text;
    this.text.hidden = !text;
  }

  say(words, isTrouble = false) {
    this.said.textContent = words;
    this.said.classList.toggle("q-error", isTrouble);
  }
}

function textOf64(data) {
  return new TextDecoder().decode(Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)));
}

// A clock to write by: it can be hidden, makes no sound, and cuts nobody off.

import { el } from "./dom.js";
import { FIELD_WORDS } from "./fieldwords.js";

const LOOK_MS = 5000;

export function quietClock(minutes) {
  const words = el("span", { class: "q-clock-words", role: "timer", "aria-live": "off", hidden: true });
  const start = el("button", { type: "button", class: "q-button q-quiet", onclick: () => begin() }, FIELD_WORDS.startClock(minutes));
  const hide = el("button", { type: "button", class: "q-clear", hidden: true, onclick: () => { words.hidden = !words.hidden; name(); } });
  const node = el("div", { class: "q-clock" }, start, words, hide);
  const name = () => { hide.textContent = words.hidden ? FIELD_WORDS.showClock : FIELD_WORDS.hideClock; };
  const begin = () => {
    const until = Date.now() + minutes * 60_000;
    const look = () => {
      const left = until - Date.now();
      words.textContent = left > 0 ? FIELD_WORDS.clockRuns(left < 60_000 ? 0 : Math.round(left / 60_000)) : FIELD_WORDS.clockDone;
      if (left <= 0 || !node.isConnected) clearInterval(timer);
    };
    const timer = setInterval(look, LOOK_MS);
    start.hidden = true;
    words.hidden = hide.hidden = false;
    name();
    look();
    node.closest(".q-field")?.querySelector("textarea, input")?.focus();
  };
  return node;
}

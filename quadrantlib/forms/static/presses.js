// Keys and taps where one of them is a whole answer.

import { isSeen } from "./dom.js";
import { keyOf } from "./keys.js";

// Calls `press(key)` for every key that is meant for `node`, and takes the key if that says so: keys
// pressed inside it or where it was just unfolded, and on a page of our own those pressed while nothing
// else has the focus. In a notebook every key outside is the notebook's.
export function onKeys(node, press) {
  node.dataset.lmSuppressShortcuts = "true";
  const listen = (event) => {
    if (!node.isConnected || !isSeen(node) || node.closest("[inert]") || !isMeant(node, event.target)) return;
    const key = (event.ctrlKey || event.metaKey) && keyOf(event) === "z" ? "Backspace" : keyOf(event);
    const isChord = event.altKey || ((event.ctrlKey || event.metaKey) && key !== "Backspace");
    if (isChord || !key) return;
    if (event.repeat ? /^[1-9]$|^Backspace$/.test(key) : press(key)) event.preventDefault();
  };
  document.addEventListener("keydown", listen);
}

function isMeant(node, target) {
  if (node.contains(target) || (target.tagName === "SUMMARY" && target.parentElement.contains(node))) return true;
  const isIdle = target === document.body || target.getAttribute("tabindex") === "-1";
  return isIdle && document.querySelector("[data-q-shell]") !== null;
}

const TOO_SOON_MS = 250;
let lastPress = 0;

// The second half of a double click would answer a card that nobody has read.
export function deliberately(act) {
  return (event) => {
    const isDouble = event.detail > 1 && event.timeStamp - lastPress < TOO_SOON_MS;
    lastPress = event.timeStamp;
    if (!isDouble) act();
  };
}

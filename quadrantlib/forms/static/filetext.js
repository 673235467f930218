// The text of a file that somebody brings, whichever program wrote it: the one decoder of a page.

import { Told } from "./waiting.js";
import { WAITING_WORDS } from "./waitingwords.js";

const NO_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/; // signs that no text holds
const SAMPLED = 1000;
const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;

// Raises a word where the file is gone, larger than `largest` bytes, or no text; without `notText`,
// signs that no text holds are let through.
export async function fileText(file, { largest, tooLarge, notText, isFolded = false }) {
  if (file.size > largest) throw new Told(tooLarge);
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Told(WAITING_WORDS.gone);
  }
  const text = decoded(bytes, isFolded);
  if (notText && NO_TEXT.test(text)) throw new Told(notText);
  return text;
}

// UTF-16 by its mark, or by every other byte being nothing; else UTF-8, and a line that is not, the
// Western European of older programs. Lines that are folded, which may part a letter's bytes, are
// put together before.
export function decoded(bytes, isFolded = false) {
  const wide = wideness(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  const whole = isFolded ? unfolded(bytes) : bytes;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(whole);
  } catch {
    return linesIn(whole).map(narrow).join("").replace(/^\ufeff/, "");
  }
}

function wideness(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, SAMPLED);
  const nothing = [0, 1].map((at) => sample.filter((byte, i) => i % 2 === at && byte === 0).length / (sample.length / 2));
  if (nothing[1] > 0.5 && nothing[0] < 0.1) return "utf-16le";
  return nothing[0] > 0.5 && nothing[1] < 0.1 ? "utf-16be" : null;
}

// Each with its own end.
function linesIn(bytes) {
  const lines = [];
  let from = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const isEnd = bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF);
    if (!isEnd && at < bytes.length - 1) continue;
    lines.push(bytes.subarray(from, at + 1));
    from = at + 1;
  }
  return lines;
}

function narrow(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function unfolded(bytes) {
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const end = endOfLine(bytes, at);
    if (end && (bytes[end] === SPACE || bytes[end] === TAB)) at = end;
    else { kept[length] = bytes[at]; length += 1; }
  }
  return kept.subarray(0, length);
}

// Returns where the next line begins if one ends `at`, else 0.
function endOfLine(bytes, at) {
  if (bytes[at] === LF) return at + 1;
  if (bytes[at] !== CR) return 0;
  let next = at;
  while (bytes[next] === CR) next += 1;
  return bytes[next] === LF ? next + 1 : at + 1;
}

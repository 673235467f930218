// A text in phrases: at the ends of sentences and clauses, and of lines.

// Each with what stands before the end of a phrase; a regular expression that looks behind itself
// would keep older Safaris from reading any of this.
const PHRASE_ENDS = [/([.!?…;:,]["”’»)\]]*|[،؛؟])\s+/gu, /([。！？、，；])/gu, /()\s+(?=[–—]\s)/gu, /(\s[–—])\s+/gu];
const PHRASE_TAIL = /[\s,;:،؛、，；–—]+$/u;
const FEWEST_LETTERS = 12;

// Returns the paragraphs of `text`, each a list of phrases as they stand there; a scrap of a few
// letters goes along with what follows.
export function phrasesIn(text) {
  return text.split(/\n+/).map((line) => line.trim()).filter(Boolean).map((line) => joinScraps(endPhrases(line).split("\n").map((each) => each.trim()).filter(Boolean)));
}

function endPhrases(line) {
  return PHRASE_ENDS.reduce((text, end) => text.replace(end, "$1\n"), line);
}

function joinScraps(pieces) {
  const found = [];
  for (const piece of pieces) {
    if (found.length && found.at(-1).length < FEWEST_LETTERS && !/[.!?…。！？؟]$/u.test(found.at(-1))) found[found.length - 1] += ` ${piece}`;
    else found.push(piece);
  }
  return found;
}

// A phrase as it is kept: without what only joined it to the next one.
export function bareStatement(phrase, longest) {
  const bare = phrase.replace(/\s+/g, " ").trim().replace(PHRASE_TAIL, "").replace(/^[\s–—]+/u, "");
  return bare.length <= longest ? bare : `${bare.slice(0, longest - 1).trimEnd()}…`;
}

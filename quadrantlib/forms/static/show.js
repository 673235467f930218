// What an exercise says back: pictures, each with its sentence and table, and the words.

import { el, fill, more } from "./dom.js";
import { WORDS } from "./words.js";

// So many sentences are said at once; the others wait for those who read on.
const AT_ONCE = 8;

export function readingView(store) {
  const node = el("div", { class: "q-reading", "aria-live": "off" });
  const refresh = () => {
    const reading = store.state?.reading;
    if (!reading || reading === node.reading) return;
    node.reading = reading;
    const open = [...node.querySelectorAll("details.q-as-table")].map((table) => table.open);
    const pictures = reading.pictures.map((each, i) => picture(each, open[i] ?? false));
    const says = [saysView(reading.says.slice(0, AT_ONCE)), reading.says.length > AT_ONCE ? more(WORDS.goOn, saysView(reading.says.slice(AT_ONCE))) : null];
    const gathered = reading.parts.filter((part) => !part.behind).map(partView);
    fill(node, gathered.length ? [says, gathered, pictures] : [pictures, says],
      reading.parts.filter((part) => part.behind).map((part) => more(part.title, lines(part))),
      list("q-needs", WORDS.needs, reading.needs), list("q-wonders", WORDS.wonders, reading.wonders),
      reading.aside.length ? more(WORDS.aside, reading.aside.map((words) => el("p", {}, words))) : null);
  };
  return { node, refresh };
}

function picture({ drawings, title, sentence, table, source, shapes }, open) {
  const drawn = drawings.map((svg) => document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true));
  const head = el("tr", {}, table.header.map((words) => el("th", { scope: "col" }, words)));
  const body = table.rows.map((row) => el("tr", {}, row.map((words, i) => el(i ? "td" : "th", { scope: i ? null : "row", dir: "auto" }, words))));
  const asTable = el("details", { class: "q-more q-as-table" }, el("summary", {}, WORDS.table), el("p", { class: "q-picture-sentence" }, isolated(sentence)),
    el("div", { class: "q-table-scroll", tabindex: 0, role: "region", "aria-label": WORDS.table }, el("table", { class: "q-table" }, el("thead", {}, head), el("tbody", {}, body))));
  asTable.open = open;
  return el("figure", { class: "q-picture" }, el("p", { class: "q-picture-title" }, title), drawn, el("figcaption", {}, shapes ? el("p", { class: "q-help" }, WORDS.shapes) : null, source ? el("p", { class: "q-help" }, source) : null, asTable));
}

// What was gathered from other exercises; each line leads to where its answer lies.
function partView(part) {
  return el("section", { class: "q-gathered" }, el("h3", {}, part.title), lines(part));
}

function lines({ lines: gathered }) {
  const onPage = document.querySelector("[data-q-shell]");
  return el("ul", { class: "q-lines-gathered" }, gathered.map(({ words, slug, lead }) => {
    const said = [lead ? el("span", { class: "q-lead", dir: "auto" }, isolated(lead)) : null, el("span", { dir: "auto" }, isolated(words))];
    return el("li", {}, slug && onPage ? el("a", { href: `${slug}.ipynb` }, said) : said);
  }));
}

function saysView(sentences) {
  return el("div", { class: "q-says" }, sentences.map((words) => el("p", { dir: "auto" }, isolated(words))));
}

// A name written from right to left keeps to itself: the words around it stay in their order.
function isolated(words) {
  return words.replace(/“((?:[^“”]|“[^“”]*”)*)”/g, "“\u2068$1\u2069”");
}

function list(className, title, sentences) {
  if (!sentences.length) return null;
  return el("section", { class: className }, el("h3", {}, title), el("ul", {}, sentences.map((words) => el("li", { dir: "auto" }, isolated(words)))));
}

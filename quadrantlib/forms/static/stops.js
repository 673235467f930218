// What a part of the page asks, as stops on the way: a question each, a step of a list each, and
// what the exercise says back.

import { calendarAid } from "./calendar.js";
import { boardView } from "./board.js";
import { el, more, newRowId } from "./dom.js";
import { field } from "./fields.js";
import { eachView } from "./each.js";
import { errandsView } from "./errands.js";
import { formsView } from "./formsview.js";
import { listView } from "./list.js";
import { logView } from "./log.js";
import { markView } from "./mark.js";
import { oneByOneView } from "./onebyone.js";
import { pickView } from "./pick.js";
import { rowsOf } from "./rows.js";
import { lookBackField } from "./rounds.js";
import { region } from "./shares.js";
import { pairsView } from "./pairs.js";
import { readingView } from "./show.js";
import { textFileAid } from "./textfile.js";
import { WORDS } from "./words.js";

export function stopsOf(store, asks, shows, root) {
  const questions = asks.map((name) => store.state.questions.find((one) => one.name === name));
  const stops = questions.filter((question) => !question.more).flatMap((question) => stopsFor(store, question));
  for (const [stop, asked] of behindEach(questions, stops)) addBehind(store, stop, asked);
  if (shows) stops.push({ key: "reading", open: true, ...closing(store), isOffered: () => true, isAnswered: () => false });
  return stops.map((stop, order) => ({ ...stop, order, part: root, show: (visible) => { stop.node.hidden = !visible; } }));
}

// What is said back; the page that brings all together ends with what there is to keep.
function closing(store) {
  const reading = readingView(store);
  if (store.state.slug !== "my-page") return reading;
  const keep = errandsView(store, ["keepsake", "keepsake_page", "dates", "journal", "bring_back", "forget"]);
  return { node: el("div", {}, reading.node, keep.node), refresh: reading.refresh };
}

function stopsFor(store, question) {
  const made = question.kind === "rows" ? question.steps.map((step) => stepStop(store, question, step)) : [questionStop(store, question)];
  return made.map((stop) => ({ of: question, ...stop }));
}

function plainBinding(store, question) {
  return {
    get: () => store.get([question.name]),
    suggestions: (name) => store.state.suggestions[name] ?? [],
    set: (value) => store.set([question.name], value, { now: question.kind !== "words" }),
    setPart: (part, value) => store.set([question.name, part], value),
    sibling: (name) => store.get([name]),
    setSibling: (name, value) => store.set([name], value),
    days: [],
    store,
  };
}

function questionStop(store, question) {
  const made = question.looks_back ? lookBackField(store, question) : field(question, plainBinding(store, question));
  const node = el("div", { class: "q-stop" }, made.node);
  return {
    key: question.name, node, open: question.looks_back, looksBack: question.looks_back, refresh: made.refresh,
    isOffered: () => !question.when || store.state.offered.includes(question.name),
    isAnswered: made.isAnswered ?? (() => (question.looks_back ? store.state.back?.answer : store.get([question.name])) != null),
  };
}

// What waits behind *more* stands with the question before it.
function behindEach(questions, stops) {
  const behind = new Map();
  let last = stops[0];
  for (const question of questions) {
    if (question.more) behind.set(last, [...(behind.get(last) ?? []), question]);
    else last = stops.findLast((stop) => stop.of === question);
  }
  return behind;
}

function addBehind(store, stop, questions) {
  const made = questions.flatMap((question) => stopsFor(store, question));
  const { refresh } = stop;
  const summary = questions.length === 1 && questions[0].kind === "rows" ? questions[0].ask : WORDS.moreToAsk;
  const behind = more(summary, made.map((one) => one.node));
  for (const title of behind.querySelectorAll("h2")) title.hidden = title.textContent === summary;
  for (const one of made) one.node.classList.replace("q-stop", "q-behind"); // one cannot stand on it
  stop.node.append(behind);
  stop.refresh = () => {
    refresh();
    for (const one of made) { one.refresh(); one.node.hidden = !one.isOffered(); }
    behind.hidden = made.every((one) => one.node.hidden);
  };
}

const VIEWS = { list: listWithAid, one_by_one: oneByOneView, board: boardView, each: eachView, pick: pickView, log: logView, forms: formsView, mark: markView, pairs: pairsView };

function stepStop(store, question, step) {
  const here = () => rowsOf(store, question).filter((row) => !step.region || lies(row, step.region));
  const isAsked = (one, name) => !one.when || store.state.offered.includes(name);
  const main = step.columns[0];
  const made = VIEWS[step.view](store, question, step, here);
  const behind = step.also.map((name) => store.state.questions.find((one) => one.name === name)).map((one) => field(one, plainBinding(store, one)));
  const node = el("div", { class: `q-stop q-step q-step-${step.view}`, "data-q-field": step.name },
    el("h2", { class: "q-step-title" }, step.title), step.help ? el("p", { class: "q-step-help" }, step.help) : null, made.node,
    behind.length ? more(WORDS.more, behind.map((one) => one.node)) : null);
  return {
    key: step.name, node, open: false,
    refresh: () => { made.refresh(); behind.forEach((one) => one.refresh()); },
    isOffered: () => isAsked(question, question.name) && isAsked(step, `${question.name}.${step.name}`) && (here().length > 0 || !needsRows(question, step)),
    isAnswered: () => here().length > 0 && (made.isAnswered?.() ?? here().every((row) => row[main] !== undefined)),
  };
}

// A step that has nothing to ask about is left out, unless it is where rows are written down.
function needsRows(question, step) {
  return Boolean(step.region || question.about || (question.offers.length && step.view !== "pick"));
}

function lies(row, name) {
  return row.difficulty !== undefined && row.autonomy !== undefined && region(row.difficulty, row.autonomy) === name;
}

function listWithAid(store, question, step) {
  if (step.aid === "text_file") return listView(store, question, step, textFileAid(store, question));
  if (step.aid !== "calendar") return listView(store, question, step);
  const first = question.columns[0].name;
  const add = (picked) => {
    const room = question.at_most - store.rows(question.name).length;
    for (const { title, hours } of picked.slice(0, room)) {
      const id = newRowId();
      store.set([question.name, id], { id, [first]: title, ...(hours ? { hours } : {}) }, { now: true });
    }
  };
  return listView(store, question, step, calendarAid(store, question, add));
}

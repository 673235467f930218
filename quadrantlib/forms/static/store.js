// A page's answers in the browser: the copy that people type into, and what of it is saved.
//
// An edit is {round, path, before, after}. Edits wait in the outbox until the kernel says that
// they are durable; only then does the page say "saved".

import { localDay } from "./numbers.js";

const QUIET_MS = 150;
const PING_MS = 3000;
const LOST_MS = 7000;
const UNANSWERED_MS = 30_000;

export class Store {
  constructor(send) {
    this.sendRaw = send;
    this.ready = false;
    this.listeners = new Set();
    this.outbox = new Map();
    this.flying = new Map();
    this.sequence = 0;
    this.status = { state: "waiting" };
    this.undoable = [];
    this.places = new Map();
    this.heard = Date.now();
  }

  on(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(what) {
    for (const listener of [...this.listeners]) listener(what);
  }

  // ---- reading -------------------------------------------------------------------------

  get(path) {
    return valueAt(this.answers, path);
  }

  rows(name) {
    return this.answers[name] ?? [];
  }

  get locked() {
    return this.ready && Boolean(this.state.locked || this.state.trouble);
  }

  get unsaved() {
    return this.outbox.size > 0 || this.flying.size > 0;
  }

  // ---- writing -------------------------------------------------------------------------

  set(path, after, options = {}) {
    this.setAll([[path, after]], options);
  }

  // Several answers that change together: one step for undo, which belongs to `scope`.
  setAll(pairs, { scope = null, now = false } = {}) {
    const changes = pairs
      .map(([path, after]) => ({ path, before: this.get(path) ?? null, after }))
      .filter(({ before, after }) => !sameValue(before, after));
    if (changes.length === 0) return;
    if (scope) this.undoable.push({ scope, changes });
    for (const change of changes) {
      this.put(change.path, change.after);
      this.queue({ round: this.state.round, ...change }, now);
    }
    this.tell("answers");
  }

  // A row that comes back comes to where it was, as it does in the file.
  put(path, after) {
    const key = JSON.stringify(path.slice(0, 2));
    const at = path.length === 2 && after === null && Array.isArray(this.answers[path[0]]) ? this.rows(path[0]).findIndex((row) => row.id === path[1]) : -1;
    if (at >= 0) this.places.set(key, at);
    this.answers = withValue(this.answers, path, after, this.places.get(key));
  }

  // The answer to a question about an earlier round lives in that round.
  setBack(round, path, before, after) {
    this.queue({ round, path, before, after }, true);
    this.tell("answers");
  }

  canUndo(scope) {
    return this.undoable.at(-1)?.scope === scope;
  }

  startRound(today) {
    this.starting = true;
    this.send({ kind: "start_round", today });
  }

  undo() {
    const last = this.undoable.pop();
    if (last) this.setAll(last.changes.map(({ path, before }) => [path, before]), { now: true });
  }

  queue(edit, now) {
    const key = JSON.stringify([edit.round, edit.path]);
    const waiting = this.outbox.get(key);
    if (waiting) edit.before = waiting.before;
    this.outbox.set(key, edit);
    this.say({ state: "saving" });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), now ? 0 : QUIET_MS);
  }

  flush() {
    clearTimeout(this.timer);
    if (!this.ready || this.outbox.size === 0) return;
    this.sequence += 1;
    const edits = [...this.outbox.values()];
    this.flying.set(this.sequence, this.outbox);
    this.outbox = new Map();
    this.sentAt ??= Date.now();
    this.send({ kind: "edits", seq: this.sequence, edits, today: localDay() });
  }

  // ---- hearing from the kernel ---------------------------------------------------------

  receive(message) {
    if (message.kind === "closed") return this.ready && this.say({ state: "lost" });
    this.heard = Date.now();
    if (message.kind === "state") this.receiveState(message);
    else if (message.kind === "saved") this.receiveSaved(message);
    else if (message.kind === "not_saved") this.receiveNotSaved(message);
    else if (message.kind === "reading") this.receiveReading(message);
    else if (message.kind === "pong" && this.status.state === "lost") this.found();
    else this.tell(message);
  }

  receiveState(message) {
    const pending = this.pendingEdits();
    // Two windows that begin at once have one round, which keeps the first one's id.
    const isOtherRound = this.ready && this.state.round !== message.round && this.starting;
    const rounds = isOtherRound ? [message.round] : [message.round, this.state?.round];
    if (this.state?.round !== message.round) this.places.clear();
    this.state = message;
    this.starting = false;
    this.answers = message.answers;
    for (const edit of pending) if (rounds.includes(edit.round)) this.put(edit.path, edit.after);
    this.ready = true;
    if (message.trouble) this.say({ state: "unread", words: message.trouble });
    else if (!this.unsaved) this.say({ state: message.saved ? "saved" : "new", at: message.saved });
    if (isOtherRound) this.undoable = [];
    this.tell("state");
    if (isOtherRound) this.tell("round");
  }

  receiveSaved({ seq, at }) {
    this.flying.delete(seq);
    this.sentAt = this.flying.size ? Date.now() : undefined;
    if (!this.unsaved) this.say({ state: "saved", at });
  }

  receiveNotSaved({ seq, words }) {
    const edits = this.flying.get(seq) ?? new Map();
    this.flying.delete(seq);
    this.sentAt = undefined;
    for (const [key, edit] of edits) {
      const newer = this.outbox.get(key);
      this.outbox.set(key, newer ? { ...newer, before: edit.before } : edit);
    }
    this.say({ state: "unsaved", words });
  }

  receiveReading(message) {
    this.state.reading = message.reading;
    this.state.offered = message.offered;
    this.state.suggestions = message.suggestions;
    this.state.about = message.about;
    this.state.back = message.back;
    this.tell("reading");
  }

  pendingEdits() {
    return [...this.flying.values(), this.outbox].flatMap((edits) => [...edits.values()]);
  }

  // A closed line throws; that is the news, not an accident.
  send(message) {
    try {
      this.sendRaw(message);
    } catch {
      this.say({ state: "lost" });
    }
  }

  // ---- is anybody there? ---------------------------------------------------------------

  watch() {
    setInterval(() => {
      if (!this.ready) return;
      this.send({ kind: "ping", today: localDay() });
      const silent = Date.now() - this.heard > LOST_MS;
      if (silent && this.status.state !== "lost") this.say({ state: "lost" });
      if (!silent && Date.now() - this.sentAt > UNANSWERED_MS) this.unanswered();
    }, PING_MS);
    addEventListener("beforeunload", (event) => {
      this.flush();
      if (this.unsaved) event.preventDefault();
    });
    addEventListener("visibilitychange", () => this.flush());
  }

  // Somebody is there, and yet has not said whether it was saved.
  unanswered() {
    for (const seq of [...this.flying.keys()]) this.receiveNotSaved({ seq, words: "" });
  }

  found() {
    this.unanswered();
    if (this.unsaved) this.say({ state: "saving" });
    else this.say({ state: "saved", at: this.status.at });
    this.flush();
  }

  say(status) {
    if (this.status.state === "lost" && status.state === "saving") return;
    this.status = { at: this.status.at, ...status };
    this.tell("status");
  }

  // What is on this page, as a journal that can be brought back.
  copy() {
    const { slug, round, started, journal } = this.state;
    const own = { id: round, started, updated: new Date().toISOString(), answers: this.answers };
    return { ...journal, rounds: { [slug]: [own] } };
  }
}

// ---- values by path: ["guess"], ["claim", "what"], ["tasks", rowId, "hours"], ["tasks", rowId]

export function valueAt(answers, [name, ...rest]) {
  const value = answers[name];
  if (rest.length === 0 || value === undefined) return value;
  if (!Array.isArray(value)) return value[rest[0]];
  const row = value.find((candidate) => candidate.id === rest[0]);
  return rest.length === 1 ? row : row?.[rest[1]];
}

// `at`: where a row that is not there yet comes to stand; at the end, unless said.
export function withValue(answers, [name, ...rest], after, at = undefined) {
  if (rest.length === 0) return withField(answers, name, after);
  const value = answers[name];
  const isRows = Array.isArray(value) || rest.length === 2 || (after !== null && typeof after === "object");
  if (!isRows) return withField(answers, name, emptyToNull(withField(value ?? {}, rest[0], after)));
  const rows = value ?? [];
  return withField(answers, name, emptyToNull(rest.length === 1 ? withRow(rows, rest[0], after, at) : withCell(rows, rest, after)));
}

function withField(object, name, after) {
  const copy = { ...object };
  if (after === null || after === undefined) delete copy[name];
  else copy[name] = after;
  return copy;
}

function withRow(rows, id, after, at = rows.length) {
  if (after === null) return rows.filter((row) => row.id !== id);
  return rows.some((row) => row.id === id) ? rows.map((row) => (row.id === id ? after : row)) : [...rows.slice(0, at), after, ...rows.slice(at)];
}

function withCell(rows, [id, column], after) {
  const known = rows.some((row) => row.id === id) ? rows : [...rows, { id }];
  return known.map((row) => (row.id === id ? withField(row, column, after) : row));
}

function emptyToNull(value) {
  return Object.keys(value).length === 0 ? null : value;
}

export function sameValue(a, b) {
  return a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

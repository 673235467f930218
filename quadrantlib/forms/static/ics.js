// A calendar file, trimmed before anything of it goes to the kernel. `contentlines.py` knows
// components by the same rules; what is broken is sent on, so that it can be told.

const KEPT = /^\s*(UID|SUMMARY|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|STATUS|TRANSP|SEQUENCE|X-MICROSOFT-CDO-ALLDAYEVENT|X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT|X-FUNAMBOL-ALLDAY)[ \t]*[;:]/i;
const OF_ZONE = /^\s*(TZID|TZOFFSETFROM|TZOFFSETTO|DTSTART|RRULE|RDATE)[ \t]*[;:]/i;
const BOUND = /^\s*(BEGIN|END)[ \t]*:[ \t]*([A-Za-z0-9-]+)\s*$/i;
const ENTRIES = new Set(["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY"]);
const PARTS = /^(VALARM|STANDARD|DAYLIGHT|PARTICIPANT|VLOCATION|VRESOURCE|X-.*)$/;
const DAY_MS = 86_400_000;

// Keeps what may fall between the two days (both YYYY-MM-DD, a day of slack for zones on each side):
// repeating events and zones whole, and of each event only the lines that say what, when and whether.
export function trimCalendar(text, from, to) {
  const trim = new Trim(shifted(from, -1), shifted(to, 1), ownerOf(text));
  for (const line of text.replaceAll("\0", "").replace(/(\r*\n|\r)[ \t]/g, "").split(/\r*\n|\r/)) trim.hear(line.replace(/^\ufeff/, ""));
  trim.close(0);
  return trim.kept.join("\r\n");
}

class Trim {
  constructor(from, to, owner) {
    Object.assign(this, { from, to, owner, kept: [], open: [] });
  }

  hear(line) {
    const [, bound, written] = BOUND.exec(line) ?? [];
    const name = written?.toUpperCase();
    if (bound?.toUpperCase() === "BEGIN") this.begin(name, line);
    else if (bound) this.end(name);
    else this.keep(line);
  }

  keep(line) {
    if (this.open.length) this.open.at(-1).lines.push(line);
    else if (/^\s*X-WR-TIMEZONE[ \t]*[;:]/i.test(line)) this.kept.push(line);
  }

  begin(name, line) {
    if (name === "VCALENDAR" || ENTRIES.has(name)) this.close(0);
    if (name === "VCALENDAR") this.kept.push("BEGIN:VCALENDAR");
    else if (ENTRIES.has(name)) this.open.push({ name, lines: [], parts: [] });
    else if (this.open.length && PARTS.test(name)) this.open.push({ name, lines: [], parts: [] });
    else this.keep(line); // a line of somebody's text
  }

  end(name) {
    const at = this.open.findIndex((one) => one.name === name);
    if (name === "VCALENDAR") { this.close(0); this.kept.push("END:VCALENDAR"); }
    else if (at >= 0) { this.close(at + 1); this.shut(); }
    else if (name === "VEVENT") this.kept.push("END:VEVENT"); // it counts as one that could not be read
  }

  // A part that never ended is the entry's own lines.
  close(depth) {
    while (this.open.length > depth) {
      if (this.open.length === 1) this.shut();
      else { const torn = this.open.pop(); this.open.at(-1).lines.push(...torn.lines); }
    }
  }

  shut() {
    const { name, lines, parts } = this.open.pop();
    if (this.open.length) this.open.at(-1).parts.push([name, lines.filter((line) => OF_ZONE.test(line))]);
    else if (name === "VTIMEZONE") this.kept.push("BEGIN:VTIMEZONE", ...lines.filter((line) => OF_ZONE.test(line)), ...parts.flatMap(([part, own]) => [`BEGIN:${part}`, ...own, `END:${part}`]), "END:VTIMEZONE");
    else if (name === "VEVENT" && mayFall(lines, this.from, this.to)) this.kept.push("BEGIN:VEVENT", ...this.said(lines), "END:VEVENT");
  }

  // Whom it is with stays here: that the owner declined is all that is said of it.
  said(lines) {
    const isDeclined = this.owner && lines.some((line) => /^\s*ATTENDEE[^:]*;\s*PARTSTAT="?DECLINED"?\s*[;:]/i.test(line) && line.toLowerCase().trimEnd().endsWith(`mailto:${this.owner}`));
    return [...(isDeclined ? ["STATUS:CANCELLED"] : []), ...lines.filter((line) => KEPT.test(line))];
  }
}

// Some programs name a calendar after whom it belongs to.
function ownerOf(text) {
  return /^X-WR-CALNAME[^:\r\n]*:\s*(?:mailto:)?([^\s@:]+@[^\s@:]+)\s*$/im.exec(text)?.[1].toLowerCase() ?? null;
}

// In doubt, an event is sent on.
function mayFall(lines, from, to) {
  if (lines.some((line) => /^\s*(RRULE|RDATE|RECURRENCE-ID)[ \t]*[;:]/i.test(line))) return true;
  const start = dayOf(lines, "DTSTART");
  if (!start) return true;
  const end = dayOf(lines, "DTEND") ?? lasting(lines, start);
  const [first, last] = [start, end].sort((one, other) => one - other);
  return last >= from && first <= to;
}

function dayOf(lines, name) {
  const line = lines.find((one) => new RegExp(`^\\s*${name}[ \\t]*[;:]`, "i").test(one));
  const [, year, month, day] = /[:\s](\d{4})-?(\d\d)-?(\d\d)(?:[T ]?\d\d:?\d\d\S*)?\s*$/i.exec(line ?? "") ?? [];
  return year ? Date.UTC(year, month - 1, day) : null;
}

function lasting(lines, start) {
  const line = lines.find((one) => /^\s*DURATION[ \t]*[;:]/i.test(one));
  const [, weeks, days, hours, minutes] = /P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?.*)?\s*$/i.exec(line ?? "") ?? [];
  return start + ((weeks ?? 0) * 7 + (days ?? 0) * 1 + Math.ceil((hours ?? 0) / 24 + (minutes ?? 0) / 1440)) * DAY_MS;
}

// Returns the moment of a day, moved by some: what calendars write compares with it.
function shifted(day, by) {
  const [year, month, date] = day.split("-").map(Number);
  return Date.UTC(year, month - 1, date + by);
}

// What the board is drawn with: ground, and the shape that says how it would be if a thing were gone.

import { svgEl } from "./dom.js";
import { WORDS } from "./words.js";

// The frame lies a little outside 0 to 10, so that a mark at 10 stays whole.
const LOW = -0.75;
const SPAN = 11.5;

export function toPixels(value, size) {
  return ((value - LOW) / SPAN) * size;
}

export function toValue(pixels, size) {
  return (pixels / size) * SPAN + LOW;
}

const GROUND = [["hard_assigned", 0, 0], ["hard_chosen", 1, 0], ["easy_assigned", 0, 1], ["easy_chosen", 1, 1]];

// Area, not radius, is proportional to hours, as in the picture: the same figures as in
// quadrantlib/pictures/ten_tasks.py, in units of the board.
const LARGEST_RADIUS = 1.3;
const LEAST_RADIUS = 0.07;
const FULL_HOURS = 300;
const HOURS_UNKNOWN = 8;

export function markRadius(hours, most, size) {
  const full = Math.max(FULL_HOURS, most);
  const radius = LARGEST_RADIUS * Math.sqrt((hours ?? HOURS_UNKNOWN) / full);
  return (Math.max(radius, LEAST_RADIUS) / SPAN) * size;
}

export function markShape(row, r) {
  if (row.if_gone === 1) return svgEl("circle", { r, class: "q-mark q-loss" });
  if (row.if_gone === -1) return svgEl("circle", { r: Math.max(2, r - 1.25), class: "q-mark q-relief" });
  if (row.if_gone === 0) return svgEl("rect", { x: -r * 0.8, y: -r * 0.8, width: r * 1.6, height: r * 1.6, class: "q-mark q-neutral" });
  return svgEl("circle", { r: Math.max(2, r - 1), class: "q-mark q-unfelt" });
}

export function plainMark(r) {
  return svgEl("circle", { r, class: "q-mark q-plain" });
}

export function boardGround(size) {
  const half = size / 2;
  const areas = GROUND.map(([name, right, down]) => svgEl("rect", { x: right * half, y: down * half, width: half, height: half, class: "q-tint", "data-region": name }));
  const names = GROUND.map(([name, right, down]) => groundText(WORDS.regions[name], right ? size - 12 : 12, down ? size - 28 : 22, right ? "end" : "start", "q-region-name", name));
  const lines = [svgEl("line", { x1: half, y1: 0, x2: half, y2: size, class: "q-cut" }), svgEl("line", { x1: 0, y1: half, x2: size, y2: half, class: "q-cut" })];
  const ends = [
    groundText(`← ${WORDS.handed}`, 12, size - 9, "start", "q-axis-end"),
    groundText(`${WORDS.chosen} →`, size - 12, size - 9, "end", "q-axis-end"),
  ];
  return [...areas, ...band(size), ...lines, ...names, ...ends];
}

// Where the ground's own words stand: kept free of names.
export function groundNames(size) {
  const wide = size * 0.42;
  return [[0, 0], [size - wide, 0], [0, size - 44], [size - wide, size - 44]].map(([left, top]) => ({ left, top, right: left + wide, bottom: top + (top ? 44 : 28) }));
}

// Between a line at 4 and one at 6: where a mark would change sides.
function band(size) {
  const start = toPixels(4, size);
  const width = toPixels(6, size) - start;
  return [
    svgEl("rect", { x: start, y: 0, width, height: size, class: "q-band" }),
    svgEl("rect", { x: 0, y: start, width: size, height: width, class: "q-band" }),
  ];
}

function groundText(words, x, y, anchor, className, name = null) {
  const text = svgEl("text", { x, y, "text-anchor": anchor, class: className, "data-region": name });
  text.textContent = words;
  return text;
}

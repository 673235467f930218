// Names beside marks, so that no two collide: quadrantlib/pictures/labels.py and lettering.py,
// line for line. Change both or neither; tests/browser/test_one_arithmetic.py compares them.

const LABEL_GAP = 4;
const LABEL_LINE = 1.25;
const LABEL_LONGEST = [13.5, 9, 6, 4];
const LABEL_WIDEST = 0.42;
const LABEL_AROUND = [
  [1, 0], [-1, 0], [0, -1], [0, 1],
  [0.7071, -0.7071], [0.7071, 0.7071], [-0.7071, -0.7071], [-0.7071, 0.7071],
  [0.9239, -0.3827], [0.9239, 0.3827], [-0.9239, -0.3827], [-0.9239, 0.3827],
  [0.3827, -0.9239], [0.3827, 0.9239], [-0.3827, -0.9239], [-0.3827, 0.9239],
];
const LABEL_STEPS = 12;
const LABEL_DUST = 1e-6;
const LETTERS_NARROW = new Set("iljftrI.,:;!|'’‘`()[]{}/-–· ");
const LETTERS_BROAD = new Set("mwMW@%…—");
const LETTER_JOINER = "\u200d";

// dots: [{x, y, r, text}] in pixels, y down; size: of the letters; clear: boxes {left, top, right,
// bottom} to keep free of names where there is room.
// Returns [{x, y, anchor, text, leader}] in their order: y is the line a name stands on, anchor is
// "start", "middle" or "end", leader is [x1, y1, x2, y2] where the name is far from its mark.
export function place(dots, width, height, size, clear = []) {
  const board = { width, height, size, dots, clear, tall: LABEL_LINE * size };
  let texts = [];
  let boxes = [];
  for (const longest of LABEL_LONGEST) {
    const most = Math.min(longest * size, LABEL_WIDEST * width);
    texts = dots.map((dot) => shortenedName(dot.text, most, size));
    boxes = labelBoxes(texts, board);
    if (!boxes.includes(null)) break;
  }
  const found = dots.map((dot, i) => {
    return boxes[i] ?? labelsAround(dot, nameWidth(texts[i], size), board).next().value;
  });
  return dots.map((_, i) => labelAt(i, texts[i], found, board));
}

export function nameWidth(text, size) {
  return emsOf(signsIn(text)) * size;
}

export function shortenedName(text, longest, size) {
  const line = text.replace(/[\t-\r\u2028\u2029]/g, " ").split(" ").filter(Boolean).join(" ");
  const signs = signsIn(line);
  if (emsOf(signs) * size <= longest) return line;
  while (signs.length && (emsOf(signs) + emOf("…")) * size > longest) signs.pop();
  return signs.join("").replace(/ +$/, "") + "…";
}

function labelBoxes(texts, board) {
  const taken = [];
  const leaders = [];
  return board.dots.map((dot, i) => {
    const box = freeLabelBox(dot, nameWidth(texts[i], board.size), board, taken, leaders);
    const leader = box && labelLeader(dot, box, board.size);
    if (box) taken.push(box);
    if (leader) leaders.push(leader);
    return box;
  });
}

// The first box that is free; what cannot be had is given up, leaders before marks.
function freeLabelBox(dot, wide, board, taken, leaders) {
  for (const unwanted of [labelTangled, labelOnMark, () => false]) {
    for (const candidates of [labelsAround, labelsTouching]) {
      for (const box of candidates(dot, wide, board, taken)) {
        if (taken.some((other) => boxesMeet(box, other))) continue;
        if (!unwanted(dot, box, board, taken, leaders)) return box;
      }
    }
  }
  return null;
}

function labelOnMark(_dot, box, board) {
  return board.dots.some((other) => boxCovers(box, other));
}

function labelTangled(dot, box, board, taken, leaders) {
  if (labelOnMark(dot, box, board)) return true;
  if (board.clear.some((other) => boxesMeet(box, other))) return true;
  if (leaders.some((leader) => lineCrosses(leader, box))) return true;
  const own = labelLeader(dot, box, board.size);
  return own !== null && taken.some((other) => lineCrosses(own, other));
}

function* labelsAround(dot, wide, board) {
  for (let step = 0; step < LABEL_STEPS; step += 1) {
    const reach = dot.r + LABEL_GAP + step * board.tall;
    for (const [dx, dy] of LABEL_AROUND) {
      const anchor = dx > 0 ? "start" : dx < 0 ? "end" : "middle";
      const left = dot.x + dx * reach - labelShare(dx) * wide;
      const top = dot.y + dy * reach - labelShare(dy) * board.tall;
      yield boxInside(left, top, wide, board, anchor);
    }
  }
}

function labelShare(direction) {
  return direction > 0 ? 0 : direction < 0 ? 1 : 0.5;
}

function* labelsTouching(dot, wide, board, taken) {
  const tops = [0, board.height - board.tall];
  for (const other of taken) tops.push(other.top - board.tall, other.bottom);
  tops.sort((a, b) => Math.abs(a - dot.y) - Math.abs(b - dot.y));
  const beside = [dot.x + dot.r + LABEL_GAP, dot.x - dot.r - LABEL_GAP - wide];
  for (const left of [...beside, 0, board.width - wide]) {
    for (const top of tops) yield boxInside(left, top, wide, board, "start");
  }
}

function boxInside(left, top, wide, board, anchor) {
  const x = Math.max(0, Math.min(left, board.width - wide));
  const y = Math.max(0, Math.min(top, board.height - board.tall));
  return { left: x, top: y, right: x + wide, bottom: y + board.tall, anchor };
}

function boxesMeet(one, other) {
  return (
    one.left < other.right - LABEL_DUST &&
    other.left < one.right - LABEL_DUST &&
    one.top < other.bottom - LABEL_DUST &&
    other.top < one.bottom - LABEL_DUST
  );
}

function lineCrosses([x1, y1, x2, y2], box) {
  let start = 0;
  let end = 1;
  for (const [origin, step, low, high] of [
    [x1, x2 - x1, box.left, box.right],
    [y1, y2 - y1, box.top, box.bottom],
  ]) {
    if (step === 0 && !(low < origin && origin < high)) return false;
    if (step === 0) continue;
    const ways = [(low - origin) / step, (high - origin) / step];
    start = Math.max(start, Math.min(...ways));
    end = Math.min(end, Math.max(...ways));
  }
  return start < end - LABEL_DUST;
}

function boxCovers(box, dot) {
  const [x, y] = nearestInBox(box, dot);
  const radius = dot.r + 1;
  return (x - dot.x) * (x - dot.x) + (y - dot.y) * (y - dot.y) < radius * radius - LABEL_DUST;
}

function nearestInBox(box, dot) {
  return [
    Math.max(box.left, Math.min(dot.x, box.right)),
    Math.max(box.top, Math.min(dot.y, box.bottom)),
  ];
}

// A leader is left out where it would run through a name.
function labelAt(index, text, boxes, board) {
  const box = boxes[index];
  let leader = labelLeader(board.dots[index], box, board.size);
  if (leader && boxes.some((other) => other !== box && lineCrosses(leader, other))) leader = null;
  const starts = { start: box.left, middle: (box.left + box.right) / 2, end: box.right };
  return { x: starts[box.anchor], y: box.top + board.size, anchor: box.anchor, text, leader };
}

function labelLeader(dot, box, size) {
  const [x, y] = nearestInBox(box, dot);
  const away = Math.sqrt((x - dot.x) * (x - dot.x) + (y - dot.y) * (y - dot.y));
  if (away - dot.r <= size) return null;
  return [dot.x + ((x - dot.x) / away) * dot.r, dot.y + ((y - dot.y) / away) * dot.r, x, y];
}

function signsIn(text) {
  const signs = [];
  for (const letter of text) {
    if (signs.length && letterBelongs(letter, signs[signs.length - 1])) {
      signs[signs.length - 1] += letter;
    } else signs.push(letter);
  }
  return signs;
}

function letterBelongs(letter, sign) {
  if (letter < "\u0300") return sign.endsWith(LETTER_JOINER); // most letters, at no cost
  if (letter === LETTER_JOINER || sign.endsWith(LETTER_JOINER) || /\p{M}/u.test(letter)) return true;
  return /[\u{1f3fb}-\u{1f3ff}]/u.test(letter) || /^[\u{1f1e6}-\u{1f1ff}]{2}$/u.test(sign + letter);
}

function emsOf(signs) {
  return signs.reduce((sum, sign) => sum + emOf(sign), 0);
}

function emOf(sign) {
  const code = sign.codePointAt(0);
  if ((code >= 0x2600 && code <= 0x27bf) || code >= 0x1f000) return 1.35;
  if ((code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xd7ff)) return 1.05;
  if (code >= 0xf900 && code <= 0xffee) return 1.05;
  const letter = String.fromCodePoint(code);
  if (LETTERS_NARROW.has(letter)) return 0.38;
  if (LETTERS_BROAD.has(letter)) return 0.95;
  return (letter >= "A" && letter <= "Z") || code > 0x7f ? 0.7 : 0.6;
}

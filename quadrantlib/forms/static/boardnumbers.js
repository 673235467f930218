// The board's table: the same two scales as numbers, one line a row.

import { el } from "./dom.js";
import { parseTyped, shortNumber, tenths } from "./numbers.js";
import { WORDS } from "./words.js";

export function numberLine(board, id) {
  const { store, question } = board;
  const inputs = [board.across, board.up].map((scale) => {
    const input = el("input", { type: "text", inputmode: "decimal", class: "q-input q-number", autocomplete: "off", onchange: () => {
      const typed = parseTyped(input.value);
      if (typeof typed === "number" && typed >= scale.low && typed <= scale.high) board.put(id, { [scale.name]: tenths(typed) });
      refresh(input);
    } });
    return { scale, input };
  });
  const name = el("span", { class: "q-answer-name", dir: "auto" });
  const refresh = (left = null) => {
    const row = store.get([question.name, id]) ?? { id };
    name.textContent = board.named(row);
    for (const { scale, input } of inputs) {
      input.setAttribute("aria-label", `${board.named(row)}: ${scale.ask}`);
      if (document.activeElement !== input || left === input) input.value = row[scale.name] === undefined ? "" : shortNumber(row[scale.name]);
    }
  };
  const node = el("div", { class: "q-number-line" }, name, inputs.map(({ scale, input }) => el("label", {}, el("small", {}, scale === board.across ? WORDS.chosen : WORDS.hard), input)));
  return { node, refresh };
}

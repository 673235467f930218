// Building elements. Text is only ever set as text.

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function setAttribute(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "value" || name === "checked" || name === "disabled" || name === "hidden") node[name] = value;
  else node.setAttribute(name, value === true ? "" : value);
}

export function svgEl(tag, attributes = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// Older browsers cannot be asked; there what is folded away has no box.
export function isSeen(node) {
  return node.checkVisibility ? node.checkVisibility() : node.getClientRects().length > 0;
}

let lastId = 0;

export function newDomId(stem) {
  lastId += 1;
  return `q-${stem}-${lastId}`;
}

export function newRowId() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Puts `nodes` into `parent`, moving none that stand where they should: focus stays where it was.
export function fill(parent, ...nodes) {
  const wanted = nodes.flat(Infinity).filter((node) => node !== null && node !== undefined && node !== false);
  const kept = new Set(wanted);
  for (const child of [...parent.childNodes]) if (!kept.has(child)) child.remove();
  wanted.forEach((node, i) => {
    const there = parent.childNodes[i] ?? null;
    if (node === there) return;
    parent.insertBefore(node instanceof Node ? node : document.createTextNode(node), there);
  });
}

export function more(summary, ...children) {
  return el("details", { class: "q-more" }, el("summary", {}, summary), ...children);
}

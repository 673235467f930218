// A file made here, handed to the person: it never leaves this machine.

import { el } from "./dom.js";

export function handOver(name, type, content) {
  const link = el("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function handOverBytes({ name, type, data }) {
  handOver(name, type, Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)));
}

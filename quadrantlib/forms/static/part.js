// A part of a page: it waits for the page's keeper, which carries the code for both.

const SEAT_NAME = "quadrant.pages";

async function render(context) {
  while (!globalThis[Symbol.for(SEAT_NAME)]?.renderPart) await new Promise((resolve) => setTimeout(resolve, 10));
  return globalThis[Symbol.for(SEAT_NAME)].renderPart(context);
}

export default { render };

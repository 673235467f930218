// The key that was pressed. None while an input method composes: there keys choose among candidates,
// and Safari says of the one that confirms only its code.

const COMPOSING = 229;

export function keyOf(event) {
  return event.isComposing || event.keyCode === COMPOSING ? "" : event.key;
}

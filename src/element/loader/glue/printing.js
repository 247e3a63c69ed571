// Whoever prints waits for nobody: not for the end of the turn, before which Firefox prints, and not for the pause that Yew makes
// after 16 ms of drawing. So what was to come then comes before.

let isPrinting = false;
let waiting;

// Now, and after the module's own listeners (see browser/printing.rs).
addEventListener("beforeprint", () => {
  isPrinting = true;
  addEventListener("beforeprint", hurry, { once: true });
}, true);
addEventListener("afterprint", () => { isPrinting = false; });

function hurry() {
  for (let go; (go = waiting);) {
    waiting = undefined;
    go();
  }
}

/** Has something done at its time, if it was not done before. */
function later(go, at) {
  waiting = () => {
    const now = go;
    go = undefined;
    now?.();
  };
  return at(waiting);
}

/** In the place of the `queueMicrotask` of Rust's futures. */
export const soon = (go) => later(go, queueMicrotask);

/** In the place of the `setTimeout` of Yew's pauses. */
export const pause = (go, millis) => later(go, isPrinting ? queueMicrotask : (once) => setTimeout(once, millis));

// Notices the end of a module. An error that leaves it leaves behind it what it had begun, borrowed and half-written: whoever called
// again would meet the next error, or nothing at all. So nobody calls again.

let end;

/** Resolves when the module has come to its end. */
export const ended = new Promise((resolve) => { end = resolve; });

/** What a module exports, which does nothing any more once an error has come out of it. */
export function guard(exports) {
  const guarded = {};
  let hasEnded = false;
  for (const name in exports) {
    const call = exports[name];
    guarded[name] = typeof call !== "function" ? call : (...given) => {
      if (hasEnded) return;
      try {
        return call(...given);
      } catch (error) {
        hasEnded = true;
        end();
        throw error;
      }
    };
  }
  return guarded;
}

// Notices the end of a module. An error that comes out of it leaves what it had begun half-done and what it had borrowed borrowed:
// whoever called again would meet the next error, or nothing at all. So nobody calls again.

let end;
let hasEnded = false;
/** What refuses each promise that the module has not kept yet. */
const open = { __proto__: null };
let opened = 0;

/** Is refused when the module has come to its end. */
export const ended = new Promise((_, refuse) => { end = refuse; });

/** A promise of the module's, which it does not keep any more after its end. */
function kept(promise) {
  return new Promise((keep, refuse) => {
    const number = opened++;
    open[number] = refuse;
    promise.then(keep, refuse).finally(() => delete open[number]);
  });
}

/** What a module exports, as it is: for its parts. */
export let inner;

/** A function of a module, which does nothing any more once an error has come out of that module. */
export const guarded = (call) => (...given) => {
  // The glue takes some results for a list: nothing stands in a number, and nothing is thrown.
  if (hasEnded) return 0;
  try {
    const result = call(...given);
    return result instanceof Promise ? kept(result) : result;
  } catch (error) {
    hasEnded = true;
    for (const number in open) open[number](error);
    end(error);
    throw error;
  }
};

/** What a module exports, each function guarded. */
export function guard(exports) {
  inner = exports;
  const all = {};
  for (const name in exports) all[name] = typeof exports[name] === "function" ? guarded(exports[name]) : exports[name];
  return all;
}

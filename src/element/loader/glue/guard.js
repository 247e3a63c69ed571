// Notices the end of a module. An error that comes out of it leaves what it had begun half-done and what it had borrowed borrowed:
// whoever called again would meet the next error, or nothing at all. So nobody calls again.

let end;
let hasEnded = false;

/** Is refused when the module has come to its end. */
export const ended = new Promise((_, refuse) => { end = refuse; });

/** What a module exports, which does nothing any more once an error has come out of it. */
export function guard(exports) {
  const guarded = {};
  for (const name in exports) {
    const call = exports[name];
    guarded[name] = typeof call !== "function" ? call : (...given) => {
      if (hasEnded) return;
      try {
        const answer = call(...given);
        // What is promised then is never kept.
        return answer instanceof Promise ? Promise.race([answer, ended]) : answer;
      } catch (error) {
        hasEnded = true;
        end(error);
        throw error;
      }
    };
  }
  return guarded;
}

// The module that Rust is compiled to: fetched once for all widgets of the page, and again after a failure or its end.

import { fetchGlue } from "./network.js";

let module;
let attempts = 0;
let tell;

/**
 * The module's exports; where it is still to be fetched, these parts come with it. The page has its turn before they are given: to make
 * the module and to mount a widget both take long.
 */
export function load(parts = []) {
  if (!module) {
    module = fetchGlue(attempts++, (glue) => begun(glue, parts)).then((glue) => new Promise((go) => setTimeout(go, 0, glue)));
    module.then((glue) => glue.ended).catch((error) => {
      module = undefined;
      tell(error);
    });
  }
  return module;
}

/** Begins to fetch parts of the module. Trunk's own glue knows none. */
function begun(glue, parts) {
  for (const name of parts) glue.ahead?.(name);
  return glue;
}

/** Has one call made for all when there is no module, or none any more: who waited for that each for themselves would wait for ever. */
export function onEnd(call) {
  tell = call;
}

/** Whether another attempt is pointless: the browser or the page's policy has no place for WebAssembly. */
export function isRefused(error) {
  return !window.WebAssembly || error instanceof WebAssembly.CompileError;
}

// The module that Rust is compiled to: fetched once for all widgets of the page, and again after a failure or its end.

import { fetchGlue } from "./network.js";

let module;
let attempts = 0;

/** The module's exports. */
export function load() {
  module ??= fetchGlue(attempts++);
  module.then((glue) => glue.ended).catch(() => { module = undefined; });
  return module;
}

/** Whether another attempt is pointless: the browser or the page's policy has no place for WebAssembly. */
export function isRefused(error) {
  return !window.WebAssembly || error instanceof WebAssembly.CompileError;
}

// Where the module comes from: two files in a folder beside this script. The single file has `single.js` in place of this.

/* global FOLDER, INTEGRITY -- written in by the release build; the sources run without. */
const folder = typeof FOLDER === "undefined" ? "./" : FOLDER;
const integrity = typeof INTEGRITY === "undefined" ? "" : INTEGRITY;

/** Fetches what `<article-widget-count>` is, on the pages that have one. */
export const fetchCount = () => import(new URL(`${folder}article-widget-count.js`, import.meta.url).href);

/** Fetches the module and starts it. Engines may remember a failed address, so a later attempt has another. */
export async function fetchGlue(attempt) {
  const address = (ending) => new URL(`${folder}article-widget-app${ending}${attempt ? `?retry=${attempt}` : ""}`, import.meta.url).href;
  const [glue, wasm] = await Promise.all([import(address(".js")), fetch(address("_bg.wasm"), { integrity })]);
  await glue.default({ module_or_path: wasm });
  return glue;
}

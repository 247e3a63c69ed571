// Where the module comes from: two files in a folder beside this script. The single file has `single.js` in place of this.

/* global FOLDER, INTEGRITY -- written in by the release build; the sources run without. */
const folder = typeof FOLDER === "undefined" ? "./" : FOLDER;
const integrity = typeof INTEGRITY === "undefined" ? "" : INTEGRITY;
const file = (rest) => `${folder}article-widget-${rest}`;

/** Fetches what not every page needs: `count` for `<article-widget-count>`, `band` for an ad, `script` for the script's own tag, `reading` for an article. */
export const fetchPart = (name) => import(file(`${name}.js`));

/**
 * Fetches the module and starts it; `begun` hears of the glue as soon as that is here. Engines may remember a failed address, so a later
 * attempt has another.
 */
export async function fetchGlue(attempt, begun) {
  const again = attempt ? `?retry=${attempt}` : "";
  const coming = import(file(`app.js${again}`)).then(begun);
  const wasm = fetch(new URL(file(`app_bg.wasm${again}`), import.meta.url), { integrity });
  const [glue, module_or_path] = await Promise.all([coming, wasm]);
  await glue.default({ module_or_path });
  return glue;
}

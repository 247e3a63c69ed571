// Where the module comes from in the npm package: by addresses that a bundler sees, so that it takes the files along and may
// give them other names. The build puts this in the place of `network.js`.

/* global INTEGRITY -- written in by the build. */

const parts = {
  band: () => import("./module/article-widget-band.js"),
  count: () => import("./module/article-widget-count.js"),
  reading: () => import("./module/article-widget-reading.js"),
  script: () => import("./module/article-widget-script.js"),
};

/** Fetches what not every page needs: `count` for `<article-widget-count>`, `band` for an ad, `script` for the script's own tag, `reading` for an article. */
export const fetchPart = (name) => parts[name]();

/** Fetches the module and starts it; `begun` hears of the glue as soon as that is here. The glue comes as a function that makes it anew: a bundler's script runs once. */
export async function fetchGlue(attempt, begun) {
  const address = new URL("./module/article-widget-app_bg.wasm", import.meta.url);
  const cache = attempt ? "reload" : "default";
  const coming = import("./module/article-widget-app.js").then(({ default: makeGlue }) => begun(makeGlue()));
  const [glue, module_or_path] = await Promise.all([coming, fetch(address, { integrity: INTEGRITY, cache })]);
  await glue.default({ module_or_path });
  return glue;
}

// Makes a site of the libraries that change a page: node site.js <esbuild> <where the site goes>
//
// A library that comes as a script for browsers is copied as it is. One that takes over what a server has rendered gets its pages here:
// each is rendered by Node, and hydrated in the browser when its `hydrate()` is called.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compile } from "svelte/compiler";
import { TAGS } from "./hydrated/widget.js";

const [esbuild, site] = process.argv.slice(2);

/** The script of the site, and where its package has it. */
const SCRIPTS = {
  "alpine.js": "alpinejs/dist/cdn.min.js",
  "alpine-morph.js": "@alpinejs/morph/dist/cdn.min.js",
  "htmx.js": "htmx.org/dist/htmx.min.js",
  "htmx4.js": "htmx4/dist/htmx.min.js",
  "htmx4-history-cache.js": "htmx4/dist/ext/hx-history-cache.min.js",
  "idiomorph.js": "idiomorph/dist/idiomorph.min.js",
  "morphdom.js": "morphdom/dist/morphdom-umd.min.js",
  "splide.js": "@splidejs/splide/dist/js/splide.min.js",
  "splide.css": "@splidejs/splide/dist/css/splide.min.css",
  "swup.js": "swup/dist/Swup.umd.js",
  "turbo.js": "@hotwired/turbo/dist/turbo.es2017-umd.js",
  "unpoly.js": "unpoly/unpoly.min.js",
};
/** Each has a `<name>.server.js`, which gives the HTML, and a `<name>.client.js`, which defines `hydrate()`. */
const FRAMEWORKS = ["preact", "react", "svelte", "vue"];

function put(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A component of Svelte's, for the server or the browser. */
function compileSvelte(generate) {
  const { js } = compile(readFileSync("hydrated/App.svelte", "utf8"), { generate, filename: "App.svelte" });
  put(`hydrated/App.${generate}.js`, js.code);
}

for (const [name, from] of Object.entries(SCRIPTS)) copyFileSync(join("node_modules", from), join(site, name));
for (const generate of ["server", "client"]) compileSvelte(generate);
for (const framework of FRAMEWORKS) {
  execFileSync(esbuild, [
    `hydrated/${framework}.client.js`, "--bundle", "--format=iife", "--log-level=warning", "--conditions=browser", "--main-fields=browser,module,main",
    "--define:process.env.NODE_ENV=\"production\"", "--define:__VUE_OPTIONS_API__=false", "--define:__VUE_PROD_DEVTOOLS__=false",
    "--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false", `--outfile=${join(site, `${framework}.js`)}`,
  ], { stdio: "inherit" });
  const { render } = await import(`./hydrated/${framework}.server.js`);
  for (const tag of TAGS) {
    const props = { tag, thread: `${framework} ${tag}` };
    put(join(site, framework, `${tag}.html`), `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${framework}</title><script type="module" src="/article-widget.js"></script><script src="/${framework}.js"></script></head>
<body><div id="root" data-tag="${tag}" data-thread="${props.thread}">${await render(props)}</div></body></html>
`);
  }
}

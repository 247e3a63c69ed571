// The script's own tag as a form of the widget, for pages that can hold nothing else. Fetched where a script says what it shall show.

import { without } from "./page/lists.js";

/** The widget that each script's tag has put into the page, and the page's address then. */
const put = new WeakMap();
let scripts = [];
/** Milliseconds after which a widget is put back again, where the page takes it out every time; the first time it is at once. */
const REST = 500;
let rest = 0;
let watch;

/** The widget stands behind its script, or at the end of the page where the script is in its head; and again where it was taken out. */
function place(script) {
  if (!script.isConnected) {
    scripts = without(scripts, script);
    return put.delete(script);
  }
  const { pathname } = location;
  const inHead = script.closest("head");
  let [widget, home = pathname] = put.get(script) ?? [];
  // What stands in the head may stay there when another page's body comes.
  if (widget?.isConnected || (inHead && home !== pathname)) return;
  // A copy of the page has a copy of the widget too.
  const copy = document.querySelector(`article-widget[data-thread="${CSS.escape(script.dataset.thread)}"]`);
  widget = copy ?? widget ?? document.createElement("article-widget");
  Object.assign(widget.dataset, script.dataset);
  if (!widget.isConnected) {
    if (inHead) document.body?.append(widget);
    else script.after(widget);
    if (put.has(script)) rest = setTimeout(placeAll, REST);
  }
  put.set(script, [widget, home]);
  scripts = [...without(scripts, script), script];
}

function placeAll() {
  rest = 0;
  for (const script of scripts) place(script);
}

/** Follows a script that has come into the page, or has left it. */
export function follow(script) {
  if (!watch) {
    watch = new MutationObserver(() => rest || placeAll());
    watch.observe(document, { childList: true, subtree: true });
  }
  place(script);
}

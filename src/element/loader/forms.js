// The forms for pages that cannot hold the tag itself, a `<div>` and the script's own tag; and the tag that counts.

import { follow } from "./element.js";
import { load } from "./module.js";
import { fetchPart } from "./network.js";

const FORMS = "div[data-article-widget],script[data-thread][src*=article-widget],article-widget-count";
/** The widget that each script's tag has put into the page, and the page's address then. */
const put = new Map();
/** Milliseconds after which a widget is put back again, where the page takes it out every time; the first time it is at once. */
const REST = 1000;
let rest;

function followAll(nodes) {
  for (const node of nodes) {
    if (node.matches?.(FORMS)) {
      const { localName } = node;
      if (localName === "div") follow(node);
      else if (localName === "script") place(node);
      else fetchPart("count").then((count) => count.define(load));
    }
    if (node.querySelectorAll) followAll(node.querySelectorAll(FORMS));
  }
}

/** A script's widget stands behind it, or at the end of the page where the script is in its head; and again where it was taken out. */
function place(script) {
  if (!script.isConnected) return put.delete(script);
  const { pathname } = location;
  const inHead = script.closest("head");
  let [widget, home = pathname] = put.get(script) ?? [];
  // What stands in the head may stay there when another page's body comes.
  if (widget?.isConnected || (inHead && home !== pathname)) return;
  // A copy of the page has a copy of the widget too.
  widget = document.querySelector(`article-widget[data-thread="${CSS.escape(script.dataset.thread)}"]`) ?? widget ?? document.createElement("article-widget");
  Object.assign(widget.dataset, script.dataset);
  if (!widget.isConnected) {
    if (inHead) document.body?.append(widget);
    else script.after(widget);
    if (put.has(script)) rest = setTimeout(placeAll, REST);
  }
  put.set(script, [widget, home]);
}

function placeAll() {
  rest = 0;
  for (const script of put.keys()) place(script);
}

/** Upgrades what is in the page and whatever comes into it, and lets go of what leaves it. */
export function watchForms() {
  followAll([document]);
  new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes } of changes) {
      followAll(removedNodes);
      followAll(addedNodes);
    }
    if (!rest) placeAll();
  }).observe(document, { childList: true, subtree: true });
}

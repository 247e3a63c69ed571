// The forms for pages that cannot hold the tag itself, a `<div>` and the script's own tag; and the tag that counts.

import { follow } from "./element.js";
import { load } from "./module.js";
import { fetchPart } from "./network.js";

const FORMS = "div[data-article-widget],script[data-thread][src*=article-widget],article-widget-count";
/** The widget that each script's tag has put into the page. */
const put = new Map();

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
  const { body } = document;
  const inHead = script.closest("head");
  let widget = put.get(script);
  put.set(script, widget);
  if (widget?.isConnected || (inHead && !body)) return;
  // A copy of the page has a copy of the widget too.
  const copy = inHead ? body.lastElementChild : script.nextElementSibling;
  if (copy?.dataset?.thread === script.dataset.thread) {
    widget = copy;
  } else {
    widget ??= document.createElement("article-widget");
    Object.assign(widget.dataset, script.dataset);
    if (inHead) body.append(widget);
    else script.after(widget);
  }
  put.set(script, widget);
}

/** Upgrades what is in the page and whatever comes into it, and lets go of what leaves it. */
export function watchForms() {
  followAll([document]);
  new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes } of changes) followAll([...removedNodes, ...addedNodes]);
    for (const script of put.keys()) place(script);
  }).observe(document, { childList: true, subtree: true });
}

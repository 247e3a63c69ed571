// The forms for pages that cannot hold the tag itself, a `<div>` and the script's own tag; and the tag that counts.

import { upgrade, widgetOf } from "./element.js";
import { load } from "./module.js";
import { fetchCount } from "./network.js";

const FORMS = "div[data-article-widget],script[data-thread][src*=article-widget],article-widget-count";

function followAll(nodes) {
  for (const node of nodes) {
    if (node.matches?.(FORMS)) follow(node);
    if (node.querySelectorAll) followAll(node.querySelectorAll(FORMS));
  }
}

function follow(element) {
  const { localName, dataset, nextSibling, isConnected } = element;
  if (!isConnected) {
    widgetOf(element)?.disconnect();
  } else if (localName === "div") {
    upgrade(element);
  } else if (localName !== "script") {
    fetchCount().then((count) => count.define(load));
  } else if (nextSibling?.localName !== "article-widget") {
    const widget = document.createElement("article-widget");
    Object.assign(widget.dataset, dataset);
    element.after(widget);
  }
}

/** Upgrades what is in the page and whatever comes into it, and lets go of what leaves it. */
export function watchForms() {
  followAll([document]);
  new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes } of changes) followAll([...removedNodes, ...addedNodes]);
  }).observe(document, { childList: true, subtree: true });
}

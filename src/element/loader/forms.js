// The forms for pages that cannot hold the tag itself, a `<div>` and the script's own tag; and the tag that counts.

import { follow } from "./element.js";
import { load } from "./module.js";
import { fetchPart } from "./network.js";

const FORMS = "div[data-article-widget],script[data-thread][src*=article-widget],article-widget-count";

function followAll(nodes) {
  for (const node of nodes) {
    if (node.matches?.(FORMS)) {
      const { localName } = node;
      if (localName === "div") follow(node);
      else if (localName === "script") fetchPart("script").then((part) => part.follow(node));
      else fetchPart("count").then((part) => part.define(load));
    }
    if (node.querySelectorAll) followAll(node.querySelectorAll(FORMS));
  }
}

/** Upgrades what is in the page and whatever comes into it, and lets go of what leaves it. */
export function watchForms() {
  followAll([document]);
  new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes } of changes) {
      followAll(removedNodes);
      followAll(addedNodes);
    }
  }).observe(document, { childList: true, subtree: true });
}

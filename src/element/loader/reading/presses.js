// What follows when a reader presses one of the aids. One listener on the host hears of all of them, also of copies that a page has kept.

import { ANCHOR, fragmentOf, here, idIn } from "./anchors.js";
import { CONTENTS } from "./contents.js";
import { copy } from "./copying.js";
import { LOADER, loadEmbed } from "./embeds.js";
import { COPY } from "./listings.js";
import { say } from "./said.js";
import { focusOn, skip } from "./skip.js";
import { wordsOf } from "./words.js";

/** Milliseconds for which an aid says what it has done. */
const SHOWN = 2000;

/** Follows a press on an aid. */
export function pressed(host, event) {
  const { target } = event;
  const find = (selector) => target instanceof Element && target.closest(selector);
  const link = find(`.${ANCHOR} > a`);
  const entry = find(`.${CONTENTS} li a`);
  const copier = find(`.${COPY} > button`);
  const skipper = find(".article-widget-skip");
  const loader = find(LOADER);
  if (skipper) skip(host, skipper);
  if (copier) copyCode(host, copier);
  // With a key held down the reader wants a window or a file.
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link) {
    event.preventDefault();
    copyLink(host, link);
  } else if (loader) {
    event.preventDefault();
    loadEmbed(loader);
  } else if (entry) {
    go(host, event, idIn(entry));
  }
}

async function copyLink(host, link) {
  const id = idIn(link);
  const words = wordsOf(host);
  if (!(await copy(new URL(`#${fragmentOf(id)}`, here()).href))) {
    // Then the address is to be had from the browser.
    location.hash = fragmentOf(id);
    return;
  }
  const said = words("article-link-copied", "Link copied");
  show(link.parentElement, said);
  say(host, said);
}

async function copyCode(host, button) {
  const words = wordsOf(host);
  const listing = button.parentElement.nextElementSibling;
  if (!(await copy(listing.textContent))) {
    // Then it is ready for the reader's own keys.
    getSelection()?.selectAllChildren(listing);
    return;
  }
  const said = words("article-code-copied", "Copied");
  show(button.parentElement, said);
  say(host, said);
}

/** Shows for a while what was done. */
function show(box, said) {
  box.dataset.said = said;
  setTimeout(() => delete box.dataset.said, SHOWN);
}

/** Goes to a section where the browser by itself would not: fragments do not reach into a shadow root. */
function go(host, event, id) {
  const root = host.getRootNode();
  if (root === document) return;
  const section = root.getElementById?.(id);
  if (!section) return;
  event.preventDefault();
  focusOn(section);
  section.scrollIntoView();
}

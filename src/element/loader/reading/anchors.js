// A link beside each heading, which copies the address of its section. It stands before the heading in a box without a height, and not in
// it: what the heading is called, what is found and what is selected in it stays the page's.

import { make } from "../make.js";

export const ANCHOR = "article-widget-anchor";
/** A heading in one of these has no link of its own. */
const PRESSED = "a,button,summary,label";

export class Anchors {
  #article;
  /** What is to be written, until the article has grown further or is whole: the page would be laid out once more for it. */
  #places = [];
  #sizes = new ResizeObserver(() => this.#settle());

  /** Gives each section its link, and takes those away whose heading has gone, unless these are new sections only. */
  follow(article, sections, words, areNew) {
    this.#put();
    const isOne = new WeakMap();
    for (const { heading } of sections) isOne.set(heading, true);
    if (!areNew) for (const box of article.querySelectorAll(`.${ANCHOR}`)) if (!isOne.has(box.nextElementSibling)) box.remove();
    let hasNew = false;
    for (const { heading, text } of sections) {
      if (heading.closest(PRESSED) || linksToItself(heading)) continue;
      let box = heading.previousElementSibling;
      if (!box?.classList.contains(ANCHOR)) {
        hasNew = true;
        box = make("div", { className: ANCHOR }, make("a", {}));
        heading.before(box);
      }
      const [link] = box.children;
      set(link, "href", addressOf(heading.id));
      set(link, "aria-label", words("article-copy-link", "Copy link to “{heading}”").replace("{heading}", () => text));
    }
    if (this.#article !== article) this.#sizes.disconnect();
    this.#article = article;
    if (!hasNew) return;
    // It is called at once, and whenever lines may have become others.
    this.#sizes.disconnect();
    this.#sizes.observe(article);
  }

  /** Finds the place of each link behind the last word of its heading. As long as the article grows, only of those that have none yet. */
  #settle() {
    const grows = this.#article.querySelector(".article-body[aria-busy]");
    for (const box of this.#article.querySelectorAll(`.${ANCHOR}${grows ? ":not([style])" : ""}`)) {
      const heading = box.nextElementSibling;
      if (heading) this.#places[this.#places.length] = [box.style, placeOf(box, heading)];
    }
    if (!grows) requestAnimationFrame(() => this.#put());
  }

  /** Puts the links there. */
  #put() {
    for (const [style, place] of this.#places) {
      for (const name in place) if (style.getPropertyValue(name) !== place[name]) style.setProperty(name, place[name]);
    }
    this.#places = [];
  }

  /** Takes all of them away. */
  end(article) {
    this.#sizes.disconnect();
    this.#article = undefined;
    for (const box of article.querySelectorAll(`.${ANCHOR}`)) box.remove();
  }
}

/** Where a heading's last line ends, from the corner of the box before it. */
function placeOf(box, heading) {
  const range = document.createRange();
  range.selectNodeContents(heading);
  let line;
  for (const rect of range.getClientRects()) if (rect.width) line = rect;
  if (!line) return {};
  const { left, right, top, width } = box.getBoundingClientRect();
  const inline = getComputedStyle(heading).direction === "rtl" ? right - line.left : line.right - left;
  const size = box.firstElementChild.offsetWidth;
  return { "--_inline": `${Math.max(0, Math.min(inline, width - size))}px`, "--_block": `${line.top + line.height / 2 - top}px` };
}

/** Whether the page has given the heading such a link. */
function linksToItself(heading) {
  for (const link of heading.querySelectorAll("a[href*='#']")) if (idIn(link) === heading.id) return true;
  return false;
}

function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** The address of a section: a fragment, unless that would be one of the page's `<base>`. */
export function addressOf(id) {
  const fragment = `#${fragmentOf(id)}`;
  return isBased() ? here() + fragment : fragment;
}

/** What names an id in an address. */
export function fragmentOf(id) {
  return /[%\s]/.test(id) ? encodeURIComponent(id) : id;
}

/** The page's address without a fragment. */
export function here() {
  return location.href.replace(/#.*/s, "");
}

/** Whether the page takes its links from another address than its own. */
function isBased() {
  return document.baseURI.replace(/#.*/s, "") !== here();
}

/** The id that a link's fragment names. */
export function idIn({ hash }) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/** Goes to what the page's address names, which was not there when the browser looked for it. */
export function goToNamed(article) {
  const id = idIn(location);
  if (!id || document.querySelector(":target")) return;
  const named = article.getRootNode().getElementById?.(id);
  if (named && article.contains(named)) named.scrollIntoView();
}

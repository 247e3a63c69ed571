// The contents of an article: a list of links to its sections, which can be folded.

import { make } from "../make.js";
import { addressOf } from "./anchors.js";

export const CONTENTS = "article-widget-contents";
/** CSS pixels. A narrower article begins with its contents folded. */
const NARROW = 600;
/** Of more sections than this, only the upper level is listed; where even that is longer, the contents begin folded. */
const MOST = 40;
/** A list longer than this is set in two columns. */
const LONG = 7;
/** Above the text and shorter than this, in UTF-16 units: who wrote it, and when. */
const SHORT = 160;

let made = 0;

export class Contents {
  /** The contents that were put in place before the article was whole. */
  #early;

  /**
   * Lists these sections, and nothing where there are none. Of an article that is not whole, the contents are put where they will stand,
   * folded: what is below has its place then.
   */
  follow(article, sections, words, isWhole) {
    let old;
    for (const nav of article.querySelectorAll(`.${CONTENTS}`)) {
      if (!old && nav.querySelector("details")) old = nav;
      else nav.remove();
    }
    const entries = chosen(sections);
    if (!entries[0]) return old?.remove();
    const nav = old ?? frame(words);
    const details = nav.querySelector("details");
    if (isWhole && (!old || old === this.#early)) details.open ||= !entries[MOST] && article.clientWidth >= NARROW;
    this.#early = isWhole ? undefined : nav;
    if (!old || differ(old, entries)) {
      details.querySelector("ol")?.remove();
      details.append(list(entries));
    }
    if (!old) place(article, nav);
  }

  /** Takes them away. */
  end(article) {
    for (const nav of article.querySelectorAll(`.${CONTENTS}`)) nav.remove();
  }
}

/** The sections of the upper two levels, each with the one it has in the list. */
function chosen(sections) {
  let top = 4;
  for (const { level } of sections) top = Math.min(top, level);
  const within = (depth) => {
    const entries = [];
    for (const section of sections) if (section.level - top < depth) entries[entries.length] = { ...section, isLower: section.level > top };
    return entries;
  };
  const both = within(2);
  return both.length > MOST ? within(1) : both;
}

function differ(nav, entries) {
  const links = nav.querySelectorAll("li a");
  if (links.length !== entries.length) return true;
  let nth = 0;
  for (const { heading, text } of entries) {
    const link = links[nth++];
    if (link.textContent !== text || link.getAttribute("href") !== addressOf(heading.id)) return true;
  }
  return false;
}

function frame(words) {
  const id = `${CONTENTS}-${(made += 1)}`;
  // Not an `h2`: pages draw theirs large, and list them.
  const title = words.mark(make("span", { id, textContent: words("article-contents", "Contents") }), "article-contents");
  title.setAttribute("role", "heading");
  title.setAttribute("aria-level", "2");
  const skip = words.mark(make("button", { className: "article-widget-skip", type: "button", textContent: words("article-skip-contents", "Skip contents") }), "article-skip-contents");
  const nav = make("nav", { className: CONTENTS }, skip, make("details", {}, make("summary", {}, title)));
  // Reader modes leave out what says so itself.
  nav.setAttribute("role", "navigation");
  nav.setAttribute("aria-labelledby", id);
  return nav;
}

function list(entries) {
  const outer = make("ol", { className: entries.length > LONG ? "long" : "" });
  let inner;
  for (const { heading, text, isLower } of entries) {
    const item = make("li", {}, make("a", { href: addressOf(heading.id), textContent: text }));
    if (isLower && outer.lastElementChild) {
      inner ??= outer.lastElementChild.appendChild(make("ol", {}));
      inner.append(item);
    } else {
      inner = undefined;
      outer.append(item);
    }
  }
  // Without numbers it would be no list for VoiceOver.
  outer.setAttribute("role", "list");
  for (const each of outer.querySelectorAll("ol")) each.setAttribute("role", "list");
  return outer;
}

/** Puts the contents at an article's start, behind its headline and who wrote it and when. */
function place(article, nav) {
  const header = article.querySelector(".article-header");
  // In the header of a fetched article, with which it goes.
  if (header?.parentElement.classList.contains("article-widget-article")) return header.append(nav);
  let before = article.querySelector("h1");
  if (!before) return article.prepend(nav);
  const box = before.closest("header");
  if (box && article.contains(box)) before = box;
  while (before.nextElementSibling && isAboutText(before.nextElementSibling)) before = before.nextElementSibling;
  before.after(nav);
}

function isAboutText(element) {
  if (element.matches("time, address, [class*=byline], [class*=author], [class*=meta], [class*=date]")) return true;
  return element.localName === "p" && element.textContent.length < SHORT && !!element.querySelector("time, [rel=author]");
}

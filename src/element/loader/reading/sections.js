// The sections of an article: its headings, each with an id that an address can name.

import { has } from "../page/lists.js";

/** Where a heading is none of the article's. */
const ELSEWHERE = "nav,aside,footer,dialog,[hidden],article-widget article-widget,.article-widget-contents";
/** What stands in a heading for an address of it. */
const SIGN = /^[\s#¶§∞⚓🔗]*$/u;
/** Before the ids made here, so that no name of the page's scripts is taken: an id is a name in `window`. */
const PREFIX = "section-";
/** The longest id made of a heading, in UTF-16 units, without the prefix. */
const LONGEST = 60;

export class Sections {
  /** The headings that had no id, with the one that they have now. */
  #named = [];
  /** How many headings there were when it was asked last. */
  #seen = 0;

  /** `{ heading, text, level }` of each section, or only of those that have come since the last time. */
  of(article, areNew) {
    const sections = [];
    const headings = article.querySelectorAll("h2,h3,h4");
    for (let nth = areNew ? this.#seen : 0; nth < headings.length; nth += 1) {
      const heading = headings[nth];
      const outer = heading.closest(ELSEWHERE);
      const text = textOf(heading);
      if (!text || (outer && article.contains(outer) && outer !== article)) continue;
      this.#name(heading, text);
      sections[sections.length] = { heading, text, level: Number(heading.localName[1]) };
    }
    this.#seen = headings.length;
    return sections;
  }

  #name(heading, text) {
    if (heading.id) return;
    const root = heading.getRootNode();
    const slug = text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").slice(0, LONGEST).replace(/^-+|-+$/g, "");
    const stem = PREFIX + (slug || "1");
    let id = stem;
    for (let number = 2; root.getElementById?.(id); number += 1) id = `${stem}-${number}`;
    heading.id = id;
    if (!has(this.#named, ([one]) => one === heading)) this.#named[this.#named.length] = [heading, id];
  }

  /** Takes the ids back. */
  end() {
    for (const [heading, id] of this.#named) if (heading.id === id) heading.removeAttribute("id");
    this.#named = [];
    return [];
  }
}

/** What a heading says, without the sign of a link to it. */
function textOf(heading) {
  let text = heading.textContent;
  for (const { textContent } of heading.querySelectorAll("a")) if (textContent && SIGN.test(textContent)) text = text.replace(textContent, "");
  return text.replace(/\s+/g, " ").trim();
}

// A button on each listing of a fetched article, which copies it.

import { make } from "../make.js";

export const COPY = "article-widget-copy";

export class Listings {
  /** Gives each listing its button. It stands before it in a box without a height, and goes with what is around both. */
  follow(article, words) {
    for (const box of article.querySelectorAll(`.${COPY}`)) if (box.nextElementSibling?.localName !== "pre") box.remove();
    for (const listing of article.querySelectorAll(".article-body pre")) {
      if (listing.previousElementSibling?.classList.contains(COPY)) continue;
      const button = words.mark(make("button", { type: "button" }), "article-copy-code");
      // Drawn by the sheet, so that no reader mode takes it for the article's.
      button.setAttribute("aria-label", words("article-copy-code", "Copy code"));
      listing.before(make("div", { className: COPY }, button));
    }
  }
}

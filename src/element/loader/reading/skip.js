// The way past an article, for those who read with the keyboard.

import { make } from "../make.js";

const SKIP = "article-widget-skip";

/** Puts "Skip to comments" at the start of a fetched article's header, with which it goes. */
export function addSkip(article, words) {
  const header = article.querySelector(":scope > .article-header");
  if (!header || header.firstElementChild?.classList.contains(SKIP)) return;
  header.prepend(words.mark(make("button", { className: SKIP, type: "button", textContent: words("article-skip", "Skip to comments") }), "article-skip"));
}

/** Goes past what the pressed button stands before: the contents, or the article. */
export function skip(host, button) {
  const nav = button.closest("nav");
  const after = nav && (nav.nextElementSibling ?? nav.closest("header")?.nextElementSibling);
  const next = nav ? after : host.shadowRoot.querySelector(".mount");
  if (next) focusOn(next);
}

/** Puts the focus on what by itself takes none; when it leaves, nothing of that is left. */
export function focusOn(element) {
  if (!element.hasAttribute("tabindex")) {
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  element.focus();
}

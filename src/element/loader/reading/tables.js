// Tables of a fetched article that are wider than it: they say so, and fade where they go on.

import { make } from "../make.js";

const HINT = "article-widget-wide";
/** CSS pixels that are no more than rounding. */
const SLACK = 2;

export class Tables {
  #words;
  // What is said is said in the next frame: a hint changes the size of the article, of which an observer hears that has been called in
  // this one. What there is to say is looked for now, when everything has its place.
  #sizes = new ResizeObserver((records) => {
    const found = [];
    let last;
    for (const { target } of records) {
      const region = target.closest(".article-table");
      if (region && last !== region) found[found.length] = [region, hidden(region)];
      last = region;
    }
    requestAnimationFrame(() => {
      for (const [region, sides] of found) this.#say(region, sides);
    });
  });
  #seen = new WeakMap();

  /** Watches each table that is new. */
  follow(article, words) {
    this.#words = words;
    for (const region of article.querySelectorAll(".article-table")) {
      if (this.#seen.has(region)) continue;
      this.#seen.set(region, true);
      region.addEventListener("scroll", () => this.#say(region, hidden(region)), { passive: true });
      // It is called at once.
      this.#sizes.observe(region);
      if (region.firstElementChild) this.#sizes.observe(region.firstElementChild);
    }
  }

  /** Says of a table on which sides of it there is more. */
  #say(region, { left, right }) {
    if (!region.isConnected) return;
    const more = `${left ? "left" : ""} ${right ? "right" : ""}`.trim();
    if ((region.dataset.more ?? "") !== more) region.dataset.more = more;
    const hint = region.nextElementSibling?.classList.contains(HINT) && region.nextElementSibling;
    if (!more) return hint && hint.remove();
    if (hint) return;
    // Drawn by the sheet, so that no reader mode takes it for the article's.
    const fresh = this.#words.mark(make("div", { className: HINT }), "article-wide-table");
    fresh.dataset.hint = this.#words("article-wide-table", "Scroll sideways to see the whole table.");
    region.after(fresh);
  }

  /** Ends it. */
  end() {
    this.#sizes.disconnect();
    this.#seen = new WeakMap();
  }
}

/** On which sides of a table there is more. */
function hidden(region) {
  const all = region.scrollWidth - region.clientWidth;
  const before = Math.abs(region.scrollLeft);
  const isTurned = getComputedStyle(region).direction === "rtl";
  const [left, right] = isTurned ? [all - before, before] : [before, all - before];
  return { left: left > SLACK, right: right > SLACK };
}

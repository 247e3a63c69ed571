// Tables of a fetched article that are wider than it: they say so, and fade where they go on.

import { make } from "../make.js";

const HINT = "article-widget-wide";
/** CSS pixels that are no more than rounding. */
const SLACK = 2;

export class Tables {
  #words;
  // In the next frame: a hint changes the size of the article, of which an observer hears that has been called in this one.
  #sizes = new ResizeObserver((records) => requestAnimationFrame(() => {
    for (const { target } of records) this.#look(target.closest(".article-table"));
  }));
  #seen = new WeakMap();

  /** Watches each table that is new. */
  follow(article, words) {
    this.#words = words;
    for (const region of article.querySelectorAll(".article-table")) {
      if (this.#seen.has(region)) continue;
      this.#seen.set(region, true);
      region.addEventListener("scroll", () => this.#look(region), { passive: true });
      this.#sizes.observe(region);
      if (region.firstElementChild) this.#sizes.observe(region.firstElementChild);
      this.#look(region);
    }
  }

  /** Says of a table on which sides of it there is more. */
  #look(region) {
    if (!region?.isConnected) return;
    const hidden = region.scrollWidth - region.clientWidth;
    const before = Math.abs(region.scrollLeft);
    const isTurned = getComputedStyle(region).direction === "rtl";
    const [left, right] = isTurned ? [hidden - before, before] : [before, hidden - before];
    const more = `${left > SLACK ? "left" : ""} ${right > SLACK ? "right" : ""}`.trim();
    if ((region.dataset.more ?? "") !== more) region.dataset.more = more;
    const hint = region.nextElementSibling?.classList.contains(HINT) && region.nextElementSibling;
    if (hidden <= SLACK) return hint && hint.remove();
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

// Nothing that a reader sees moves while an article and a thread come: each has its place before, and gives of it back what nobody sees.

export class Room {
  #place;
  #mount;
  #isSeen = false;
  #release = new AbortController();
  #sight;
  #notices;

  /** `place` is what stands above the article, with the loader's reserve in it where there will be one; `mount` holds the thread. */
  constructor(place, mount) {
    this.#place = place;
    this.#mount = mount;
    this.#sight = new IntersectionObserver((records) => {
      for (const { intersectionRatio, boundingClientRect } of records) {
        // What only touches the view is not in it.
        this.#isSeen = intersectionRatio > 0;
        // Below the view: what it gives back is not missed.
        if (!this.#isSeen && boundingClientRect.top > 0) this.#letGo();
      }
    });
    this.#sight.observe(mount);
    // What the module draws takes the place of the loader's reserve, in the same frame.
    this.#notices = new MutationObserver(() => this.#place.lastElementChild?.firstChild && this.giveUp());
    this.#notices.observe(place, { childList: true, subtree: true });
  }

  /**
   * Rows have come, or an article above them: the place of the thread reaches to the bottom of the view and no further. It stays so high until
   * that can change unseen, or the reader has done something.
   */
  hold() {
    this.#release.abort();
    this.#release = new AbortController();
    const { signal } = this.#release;
    const free = innerHeight - this.#mount.getBoundingClientRect().top;
    this.#mount.style.minBlockSize = `min(var(--article-widget-reserve, 100svh), ${free}px)`;
    // Not before the button is up: what moves under it is not pressed.
    for (const name of ["click", "keydown"]) addEventListener(name, () => this.#letGo(), { signal, capture: true });
  }

  #letGo() {
    // Before the first rows the place is the loader's.
    if (!this.#mount.style.minBlockSize) return;
    this.#release.abort();
    this.#mount.style.minBlockSize = 0;
  }

  /** An article has been drawn, perhaps a shorter one than its place: a thread that nobody has seen yet comes up into the view. */
  followArticle() {
    this.giveUp();
    const { style } = this.#mount;
    // Before the first rows the place is the loader's, and comes up all the same.
    if (style.minBlockSize) this.hold();
    if (this.#isSeen || this.#mount.matches(":focus-within")) return;
    // It comes in the frame after this one and is not seen moving.
    style.visibility = "hidden";
    requestAnimationFrame(() => requestAnimationFrame(() => (style.visibility = "")));
  }

  /** Takes the loader's reserve out. */
  giveUp() {
    this.#notices.disconnect();
    this.#place.querySelector(".reserve")?.remove();
  }

  /** Ends it. */
  end() {
    this.giveUp();
    this.#sight.disconnect();
    this.#release.abort();
    this.#mount.removeAttribute("style");
  }
}

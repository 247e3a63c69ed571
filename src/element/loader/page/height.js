// What was taken out and is put back at once leaves the reader where they are, also where the browser does not anchor its scrolling.

/**
 * WebKit first lays out what has just come as if its query containers were empty, and scrolls up where the page is that short (seen in
 * WebKitGTK 2.50). So all of a widget keeps its height for the next frame. Where scrolling is anchored, that alone does it, and a change of
 * height would switch it off.
 */
export class Height {
  #element;
  /** In pixels, at the last layout. */
  #last = 0;
  /**
   * The second layout of such a frame comes too late for an observer that has just been called, which the browser tells the page as an error
   * ("ResizeObserver loop"). So after a change it looks again in the next frame.
   */
  #sizes = new ResizeObserver(([{ contentRect }]) => {
    if (this.#last === contentRect.height) return;
    this.#last = contentRect.height;
    this.#sizes.disconnect();
    this.#again = requestAnimationFrame(() => this.#sizes.observe(this.#element));
  });
  #again;

  constructor(element) {
    this.#element = element;
    if (!CSS.supports("overflow-anchor", "auto")) this.#sizes.observe(element);
  }

  /** Keeps it until the frame after the one in which everything is back. */
  keep() {
    if (!this.#last) return;
    const { style } = this.#element;
    style.minBlockSize = `${this.#last}px`;
    requestAnimationFrame(() => requestAnimationFrame(() => (style.minBlockSize = "")));
  }

  /** Ends it. */
  end() {
    cancelAnimationFrame(this.#again);
    this.#sizes.disconnect();
  }
}

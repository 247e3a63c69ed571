// The rows of a long list: when the next ones are drawn, and that none moves while others come.

const around = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;

/** How long drawing may take before the page has its turn, in milliseconds. */
const SLICE = 8;

let count = 16;
let began;

/** Calls back with the number of rows for which there is time, judging by the last ones, as soon as nothing else is to be done. */
export function soon(go) {
  const took = performance.now() - began;
  // What took long was not the rows alone.
  if (took < 1000) count = Math.min(Math.max(Math.round((count * SLICE) / took), 8), 64, 2 * count);
  began = undefined;
  const turn = () => {
    began = performance.now();
    go(count);
  };
  if (globalThis.scheduler?.postTask) scheduler.postTask(turn, { priority: "background" });
  else setTimeout(turn);
}

/**
 * Notes where the first row in view is, and gives what puts it back there after rows above it have come or gone: not every engine
 * does. Gives nothing where the list begins in view.
 */
export function hold(root) {
  const gap = root.getRootNode().activeElement?.closest(".gap");
  const beside = gap && (gap.previousElementSibling ?? gap.nextElementSibling);
  const put = place(root);
  if (!beside && !put) return undefined;
  return () => {
    put?.();
    // Its rows have come.
    if (beside && !gap.isConnected) beside.focus({ preventScroll: true });
  };
}

function place(root) {
  let scrolled = around(root);
  while (scrolled && !scrolled.scrollTop) scrolled = around(scrolled);
  if (!scrolled) return undefined;
  const isPage = scrolled === document.scrollingElement;
  const top = isPage ? 0 : scrolled.getBoundingClientRect().top;
  const rows = root.querySelectorAll(".comments > li");
  const at = (number) => rows[number].getBoundingClientRect();
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle).bottom > top) high = middle;
    else low = middle + 1;
  }
  // A gap has no place of its own.
  const isGap = rows[low]?.matches(".gap");
  const row = rows[low + isGap];
  if (!row || (!low && !isGap && at(0).top > top)) return undefined;
  const before = row.getBoundingClientRect().top;
  if (before > innerHeight) return undefined;
  return () => {
    const now = root.querySelector(`[data-id="${row.dataset.id}"]`);
    const by = now && now.getBoundingClientRect().top - before;
    if (Math.abs(by) >= 0.5) scrolled.scrollBy({ top: by, behavior: "instant" });
  };
}

/** Tells when the place of rows that are not there comes near the view. */
export class Gaps {
  #root;
  #observer;

  /** `near` is called with the first and the last of the rows, how high a row is on average, and the id of the comment with the focus. */
  constructor(root, near) {
    this.#root = root;
    this.#observer = new IntersectionObserver((records) => {
      for (const { isIntersecting, intersectionRect: seen, boundingClientRect: whole, target } of records) {
        if (!isIntersecting) continue;
        const [first, rows] = [Number(target.dataset.first), Number(target.dataset.rows)];
        const row = (y) => first + ((y - whole.top) / whole.height) * rows;
        near(Math.floor(row(seen.top)), Math.ceil(row(seen.bottom)), this.#height(), this.#focused());
      }
    }, { rootMargin: "1500px 0px" });
  }

  #height() {
    const list = this.#root.querySelector(".comments");
    if (!list) return 0;
    const count = list.querySelectorAll(".comment").length;
    const height = (element) => element.getBoundingClientRect().height;
    let left = height(list);
    for (const gap of list.querySelectorAll(".gap")) left -= height(gap);
    return count ? Math.round(left / count) : 0;
  }

  #focused() {
    return this.#root.getRootNode().activeElement?.closest("[data-id]")?.dataset.id;
  }

  /** Watches all places that there are now, and tells at once which are near. */
  watch() {
    this.#observer.disconnect();
    for (const gap of this.#root.querySelectorAll(".gap")) this.#observer.observe(gap);
  }

  /** Ends it. */
  end() {
    this.#observer.disconnect();
  }
}

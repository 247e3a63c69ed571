// What of a band does not keep its place: the control that skips it, whether an ad stands in it, and whether that has been seen. Fetched on
// the pages that show a band.

import { make } from "./make.js";
import { adoptText } from "./page/sheets.js";

/** Milliseconds for which half of an ad is in view until it counts as seen: the advertising industry's measure. */
const SEEN_AFTER = 1000;
const CSS = `
.band{position:relative}
.skip{all:unset;position:absolute;z-index:1;inset:0 auto auto 0;box-sizing:border-box;min-block-size:44px;padding:.5em .75em;border:1px solid;border-radius:8px;
background:canvas;color:canvastext;cursor:pointer;&:focus-visible{outline:2px solid;outline-offset:2px}&:not(:focus){clip-path:inset(50%)}}
`;

/**
 * Begins to watch what the page has put into the slots of a host's band: sets `ad-state`, and tells once of an ad that has been seen. Returns
 * what gives the control its sheet, which the host loses on its way into another document.
 */
export function watchBand(host, band, slot) {
  const box = band.lastElementChild;
  band.prepend(make("button", { className: "skip", textContent: "Skip advertisement", onclick: () => band.nextElementSibling.focus() }));

  const isPages = (element) => element.getRootNode() !== host.shadowRoot;
  function isFilled() {
    for (const element of slot.assignedElements({ flatten: true })) if (isPages(element) && element.offsetHeight) return true;
    return false;
  }
  const sizes = new ResizeObserver(() => host.setAttribute("ad-state", isFilled() ? "filled" : "empty"));
  function follow() {
    sizes.disconnect();
    for (const element of slot.assignedElements({ flatten: true })) if (isPages(element)) sizes.observe(element);
  }
  slot.addEventListener("slotchange", follow);
  follow();

  let timer;
  const sight = new IntersectionObserver((records) => {
    clearTimeout(timer);
    let inView = false;
    for (const { isIntersecting } of records) inView = isIntersecting;
    timer = inView && setTimeout(() => {
      if (!isFilled()) return;
      sight.disconnect();
      const detail = { width: box.offsetWidth, height: box.offsetHeight };
      host.dispatchEvent(new CustomEvent("article-widget:ad-visible", { bubbles: true, composed: true, detail }));
    }, SEEN_AFTER);
  }, { threshold: 0.5 });
  sight.observe(box);
  return () => adoptText(host.shadowRoot, CSS);
}

// The band above the article that holds the page's ad. Nothing in it is ever moved or reloaded.

import { read } from "./attributes.js";
import { make } from "./make.js";

const LABEL = "Advertisements";
/** Milliseconds for which half of an ad is in view until it counts as seen: the advertising industry's measure. */
const SEEN_AFTER = 1000;

/** The band of a host; `skipTo` focuses what follows it, `tell` dispatches an event. */
export function makeBand(host, skipTo, tell) {
  const placeholder = make("span", { className: "placeholder" });
  const house = make("slot", { name: "house" }, placeholder);
  const slot = make("slot", { name: "header-ad", onslotchange: show }, house);
  const box = make("div", { className: "header-ad-box" }, slot);
  const band = make("section", { className: "band header-ad", part: "header-ad", ariaLabel: LABEL },
    make("button", { className: "skip", textContent: "Skip advertisement", onclick: skipTo }),
    make("div", { className: "header-ad-label", textContent: LABEL }), box);

  /** What the page has put into the band. Without the methods of arrays: old libraries have put their own in the place of those. */
  const slotted = () => [...slot.assignedElements(), ...house.assignedElements()];
  function isFilled() {
    for (const element of slotted()) if (element.offsetHeight) return true;
  }
  const sizes = new ResizeObserver(() => host.setAttribute("ad-state", isFilled() ? "filled" : "empty"));
  let timer;
  const sight = new IntersectionObserver(([{ isIntersecting }]) => {
    clearTimeout(timer);
    timer = isIntersecting && setTimeout(() => {
      if (!isFilled()) return;
      sight.disconnect();
      tell("ad-visible", { width: box.offsetWidth, height: box.offsetHeight });
    }, SEEN_AFTER);
  }, { threshold: 0.5 });
  sight.observe(box);

  /** Shows the band where an ad or the placeholder is wanted. */
  function show() {
    const kind = read(host, "header-ad");
    const ads = slotted();
    placeholder.hidden = kind !== "placeholder";
    band.hidden = kind === "none" || (placeholder.hidden && !ads.length);
    sizes.disconnect();
    for (const ad of ads) sizes.observe(ad);
  }
  return { band, placeholder, show };
}

// The band above the article that holds the page's ad. Nothing in it is ever moved or reloaded.

import { read } from "./attributes.js";
import { make } from "./make.js";
import { fetchPart } from "./network.js";

const LABEL = "Advertisements";

/** The band of a host, and what shows it where an ad or the placeholder is wanted. */
export function makeBand(host) {
  const placeholder = make("span", { className: "placeholder" });
  const slot = make("slot", { name: "header-ad", onslotchange: show }, make("slot", { name: "house" }, placeholder));
  const band = make("section", { className: "band header-ad", part: "header-ad", ariaLabel: LABEL },
    make("div", { className: "header-ad-label", textContent: LABEL }), make("div", { className: "header-ad-box" }, slot));
  /** What of a band does not keep its place, where there is one. */
  let rest;

  function show() {
    const kind = read(host, "header-ad");
    placeholder.hidden = kind !== "placeholder";
    band.hidden = kind === "none" || (placeholder.hidden && slot.assignedElements({ flatten: true })[0] === placeholder);
    if (band.hidden) return;
    rest ??= fetchPart("band").then(({ watchBand }) => watchBand(host, band, slot));
    rest.then((dress) => dress(), () => {});
  }
  return [band, show];
}

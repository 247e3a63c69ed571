// What helps to read an article: its contents, a link to each heading, buttons that copy code, tables that say how wide they are. Fetched
// on the pages that show an article by `src`, or ask for some of it by `enhance`.

import { Reading } from "./reading/reading.js";

const readings = new WeakMap();

/** Begins with the article in a host, or begins anew: the host has come into the page, or its attributes have changed. */
export function follow(host) {
  if (!readings.has(host)) readings.set(host, new Reading(host));
  readings.get(host).renew();
}

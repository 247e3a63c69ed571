// The attributes, each also as `data-…`, which content systems leave in the page.

/** Those whose change a mounted thread follows; the others are the style sheets' and the page's own. */
const FOLLOWED = " aliases comments contact enhance form formatting header-ad lang loading max-depth reactions readonly sort src storage strings theme thread";

/** Calls `changed` when one of them changes. */
export function watchAttributes(host, changed) {
  new MutationObserver(changed).observe(host, { attributeFilter: (FOLLOWED + FOLLOWED.replace(/ /g, " data-")).split(" ") });
}

/** An attribute's value, or null. */
export function read(host, name) {
  return host.getAttribute(name) ?? host.getAttribute(`data-${name}`);
}

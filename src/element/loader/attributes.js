// The attributes, each also as `data-…`, which content systems leave in the page.

/** Those whose change a mounted thread follows; the others are the style sheets' and the page's own. */
const FOLLOWED = "aliases comments contact form header-ad lang max-depth readonly sort src storage strings theme thread".split(" ");

/** Calls `changed` when one of them changes. */
export function watchAttributes(host, changed) {
  new MutationObserver(changed).observe(host, { attributeFilter: FOLLOWED.concat(FOLLOWED.map((name) => `data-${name}`)) });
}

/** An attribute's value, or null. */
export function read(host, name) {
  return host.getAttribute(name) ?? host.getAttribute(`data-${name}`);
}

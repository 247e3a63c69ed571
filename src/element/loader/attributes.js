// The attributes, each also as `data-…`, which content systems leave in the page.

/** An attribute's value, or null. */
export function read(host, name) {
  return host.getAttribute(name) ?? host.getAttribute(`data-${name}`);
}

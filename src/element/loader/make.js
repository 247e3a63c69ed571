// Elements without markup, which Trusted Types forbid.

/**
 * An element with properties and children. A page that is a Yew application takes no event on it for its own: so such applications
 * mark the roots of others inside them (see `browser/other_apps.rs`).
 */
export function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties, { __yew_subtree_id: 0 });
  element.append(...children);
  return element;
}

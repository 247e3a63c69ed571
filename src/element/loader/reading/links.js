// Links that lead to a place in a fetched article: the place comes into view and takes the focus, and Back leads back.
//
// By itself a browser leads to another page where the page around the article has a `<base>`, to nowhere where the article stands in
// the shadow root of another component, and to the article above where two articles have a place of the same name.

import { idIn } from "./anchors.js";

const ARTICLE = ".article-widget-article";

/** Follows a press on such a link, unless the page or a key held down has made something else of it. */
export function followLink(event) {
  const { target } = event;
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = target instanceof Element && target.closest(`${ARTICLE} a[href^="#"]`);
  const address = link && link.getAttribute("href");
  const place = link && named(link.closest(ARTICLE), address.slice(1));
  if (!place) return;
  event.preventDefault();
  // Some pages keep in the fragment which of their views is shown; they must not take a note for a view.
  if (!/^#[/!]/.test(location.hash)) location.hash = address;
  show(place);
}

/** The place in an article that the page's address names, if it is there. */
export function placeOf(article) {
  return named(article, idIn(location));
}

/** Goes to a place that was not there when the browser looked for it. Who has scrolled is somewhere already. */
export function arrive(place) {
  if (!scrollY) show(place);
}

function named(article, id) {
  return id && article.querySelector(`[id="${CSS.escape(id)}"]`);
}

function show(place) {
  place.focus({ preventScroll: true });
  place.scrollIntoView();
}

// Cards in place of what other sites would show: a press loads it. What the card was made of stays where it was drawn, unseen. Until this
// is here, the link on a card leads to the other site.

import { make } from "../make.js";

export const LOADER = ".article-embed-button";
/** What a frame of another site may do: run and play, and open a page where the reader presses for it. */
const SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-presentation";
const FEATURES = "autoplay; encrypted-media; fullscreen; picture-in-picture";

/** Says of the links on an article's cards that they are buttons now. */
export function tendEmbeds(article) {
  for (const link of article.querySelectorAll(`${LOADER}:not([role])`)) link.setAttribute("role", "button");
}

/** A link takes Enter by itself; a button takes the space bar too. */
export function pressedByKey(event) {
  const { target, key } = event;
  if (key !== " " || !(target instanceof Element) || !target.matches(`.article-widget-article ${LOADER}[role]`)) return;
  event.preventDefault();
  if (!event.repeat) target.click();
}

/** Loads what a card's button names, and gives it the focus, which the button had. */
export function loadEmbed(button) {
  const stage = button.closest(".article-embed-stage");
  const frame = make("iframe", {
    className: "article-embed-frame",
    title: stage.querySelector(".article-embed-title").textContent,
    sandbox: SANDBOX,
    allow: FEATURES,
    referrerPolicy: "strict-origin-when-cross-origin",
    src: button.dataset.player,
  });
  stage.hidden = true;
  stage.before(frame);
  frame.focus();
}

// Cards in place of what other sites would show: a press loads it. What the card was made of stays where it was drawn, unseen.

import { make } from "../make.js";

export const LOADER = ".article-embed-button";
/** What a frame of another site may do: run and play, and open a page where the reader presses for it. */
const SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-presentation";
const FEATURES = "autoplay; encrypted-media; fullscreen; picture-in-picture";

/** Loads what a card's button names, and gives it the focus, which the button had. */
export function loadEmbed(button) {
  const stage = button.closest(".article-embed-stage");
  const frame = make("iframe", {
    className: "article-embed-frame",
    title: stage.querySelector(".article-embed-title").textContent,
    sandbox: SANDBOX,
    allow: FEATURES,
    referrerPolicy: "strict-origin-when-cross-origin",
    src: button.value,
  });
  stage.hidden = true;
  stage.before(frame);
  frame.focus();
}

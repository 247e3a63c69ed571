// For pages that show the widget in a frame: keeps each frame as high as what is in it, and as light or dark as the page.

import { schemeOf, watchScheme } from "./theme.js";

const FRAMES = "iframe[src*='embed.html']";
/** Pixels. Whatever a frame says, it gets no more. */
const MOST = 200_000;

/** No secret, so it may go to whatever is in the frame, even before that is what it should be. */
function tell(frame) {
  frame.contentWindow.postMessage({ type: "article-widget:theme", theme: schemeOf(frame) }, "*");
}

for (const frame of document.querySelectorAll(FRAMES)) {
  watchScheme(frame, () => tell(frame));
  frame.addEventListener("load", () => tell(frame));
  // It may have been loaded before.
  tell(frame);
}

addEventListener("message", ({ source, origin, data }) => {
  const { type, height } = data ?? {};
  if (type !== "article-widget:height" || !(height > 0 && height < MOST)) return;
  for (const frame of document.querySelectorAll(FRAMES)) {
    // A sandboxed frame has no origin, but is still itself.
    const isStillThere = origin === "null" || origin === new URL(frame.src, document.baseURI).origin;
    if (frame.contentWindow === source && isStillThere) frame.style.height = `${Math.ceil(height)}px`;
  }
});

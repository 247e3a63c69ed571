// For pages that show the widget in a frame: keeps each frame as high as what is in it, and as light or dark as the page, and leads to
// the comment in it that the page's address names.

import { make } from "./make.js";
import { without } from "./page/lists.js";
import { schemeAt, watchGround } from "./page/scheme.js";

const FRAMES = "iframe[src*='embed.html']";
/** Pixels. Whatever a frame says, it gets no more. */
const MOST = 200_000;

/** What ends the watch of each frame. */
const watches = new WeakMap();
let frames = [];
/** What resolves colours; never drawn. */
const probe = make("span", { hidden: true });

/**
 * Tells a frame whether it is light or dark, which is no secret, so it may go to whatever is in the frame, even before that is what it
 * should be. A frame of the same scheme as the page around it has no ground of its own, so the page's shows through; `own` says that no
 * text could be read on that.
 */
function tell(frame) {
  const { scheme, own } = schemeAt(frame, probe) ?? {};
  if (!scheme) return;
  // Whatever is written into its style is a change that is looked at again.
  if (frame.style.colorScheme !== scheme) frame.style.colorScheme = scheme;
  frame.contentWindow?.postMessage({ type: "article-widget:theme", theme: scheme, own }, "*");
}

/** Begins with the frames that have come, and ends with those that have gone. */
function follow() {
  for (const frame of document.querySelectorAll(FRAMES)) {
    if (watches.has(frame)) continue;
    const end = watchGround(frame, () => tell(frame));
    frame.addEventListener("load", () => tell(frame), { signal: end.signal });
    watches.set(frame, end);
    frames = [...frames, frame];
  }
  for (const frame of frames) {
    if (frame.isConnected) continue;
    watches.get(frame).abort();
    watches.delete(frame);
    frames = without(frames, frame);
  }
}

(document.body ?? document.documentElement).append(probe);
follow();
new MutationObserver(follow).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["src"] });

/** The origins of the frames that have told their height, by window. */
const origins = new WeakMap();

/** Tells a frame the page's address. A sandboxed frame has no origin: whoever is in it is not told. */
function tellPage(frame) {
  const origin = origins.get(frame);
  if (origin) frame.postMessage({ type: "article-widget:page", address: location.href }, origin);
}

/** What a frame may say, each with what is done then. */
const heard = {
  __proto__: null,
  "article-widget:height"(frame, { height }) {
    const wanted = `${Math.ceil(height)}px`;
    if (height > 0 && height < MOST && frame.style.height !== wanted) frame.style.height = wanted;
    tellPage(frame.contentWindow);
  },
  /** A reader has pressed the link to a comment. Some pages keep in the fragment which of their views is shown. */
  "article-widget:comment"(frame, { hash }) {
    if (/^#comment-\w{22}$/.test(hash) && !/^#[/!]/.test(location.hash)) location.hash = hash;
  },
  /** A comment has the focus, which a frame of another origin does not bring into view. */
  "article-widget:seen"(frame, { top, bottom }) {
    const from = frame.getBoundingClientRect().top;
    if (from + top < 0 || from + bottom > innerHeight) scrollBy(0, from + top - innerHeight / 4 || 0);
  },
};

addEventListener("message", ({ source, origin, data }) => {
  const hear = heard[data?.type];
  if (!hear) return;
  for (const frame of document.querySelectorAll(FRAMES)) {
    // A sandboxed frame has no origin, but is still itself.
    const isStillThere = origin === "null" || origin === new URL(frame.src, document.baseURI).origin;
    if (frame.contentWindow !== source || !isStillThere) continue;
    if (origin !== "null") origins.set(source, origin);
    hear(frame, data);
  }
});
addEventListener("hashchange", () => {
  for (const frame of frames) if (frame.contentWindow) tellPage(frame.contentWindow);
});

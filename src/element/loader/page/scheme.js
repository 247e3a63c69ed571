// Whether a widget is light or dark: as what is really behind it, so that every text of it can be read there.

import { contrast, declared, groundOf, luminance, parsed, environment } from "./ground.js";
import { mapped, without } from "./lists.js";

/** Milliseconds between two looks at what no event tells: a sheet that a script changed, a switch far away, `:has()`. */
const PAUSE = 1000;
/** Grounds of at least (light) or at most (dark) these luminances leave 4.5 to every text of the palette, by the colours of skins/plain.css. */
const LIGHTEST_TEXT_NEEDS = 0.73;
const DARKEST_TEXT_NEEDS = 0.041;
/** Black and white text are equally well read here: contrast(L, 0) = contrast(L, 1). */
const MIDDLE = 0.179;
/** Light text of the page's own cannot be read with less: then something else is behind it than what was seen. */
const LEGIBLE = 1.5;

/** A page's switch, where it says one of the two words and nothing else. */
function switched(element) {
  for (const at of environment(element)) {
    for (const name of ["data-theme", "data-bs-theme", "data-color-mode", "data-color-scheme"]) {
      const said = at.getAttribute(name);
      if (said === "light" || said === "dark") return said;
    }
    for (const word of ["dark", "light"]) if (at.classList.contains(word)) return word;
  }
  return undefined;
}

/**
 * `scheme`: `light` or `dark`, for what is behind an element. `own`: whether it needs a ground of its own there, because no palette can be
 * read on what is behind, or nobody knows what that is. None where the element is not drawn.
 */
export function schemeAt(element, probe) {
  const { colors, picture } = groundOf(element, probe);
  const style = getComputedStyle(element);
  if (!style || !colors.length) return undefined;
  const text = luminance(parsed(style.color, probe));
  const grounds = mapped(colors, luminance);
  const [darkest, lightest] = [Math.min(...grounds), Math.max(...grounds)];
  const isRead = !picture && darkest > MIDDLE === lightest > MIDDLE && (text <= MIDDLE || contrast(darkest, text) >= LEGIBLE);
  if (!isRead) {
    const scheme = (style.colorScheme !== "normal" && declared(element)) || switched(element) || (text > MIDDLE ? "dark" : "light");
    return { scheme, own: true };
  }
  const scheme = darkest > MIDDLE ? "light" : "dark";
  return { scheme, own: scheme === "light" ? darkest < LIGHTEST_TEXT_NEEDS : lightest > DARKEST_TEXT_NEEDS };
}

/**
 * Calls `changed` now, and whenever what is behind an element may be another; the look at what no event tells only while the element is in
 * view and the page visible. Returns what ends it, an `AbortController`.
 */
export function watchGround(element, changed) {
  const end = new AbortController();
  const { signal } = end;
  let frame = 0;
  const soon = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (!signal.aborted) changed();
    });
  };
  const observer = new MutationObserver(soon);
  let watched = [];
  for (const at of environment(element)) {
    observer.observe(at, { attributes: true });
    const root = at.getRootNode();
    watched = [...without(watched, root), root];
  }
  for (const root of watched) {
    // Sheets that come, go, are switched, and those that arrive later. Neither load nor change need bubble.
    observer.observe(root.head ?? root, { childList: true, subtree: true, characterData: true, attributes: true });
    for (const name of ["load", "change", "transitionend", "animationend"]) root.addEventListener(name, soon, { signal, capture: true });
  }
  matchMedia("(prefers-color-scheme:dark)").addEventListener("change", soon, { signal });
  let pulse;
  const sight = new IntersectionObserver((records) => {
    let inView = false;
    for (const record of records) inView = record.isIntersecting;
    clearInterval(pulse);
    if (!inView) return;
    changed();
    pulse = setInterval(() => document.hidden || changed(), PAUSE);
  });
  sight.observe(element);
  signal.addEventListener("abort", () => {
    observer.disconnect();
    sight.disconnect();
    clearInterval(pulse);
    cancelAnimationFrame(frame);
  });
  changed();
  return end;
}

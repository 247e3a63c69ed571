// Whether the page is light or dark where a widget stands.

import { read } from "./attributes.js";

const named = (text) => /dark|light/.exec(text)?.[0];

/**
 * `light` or `dark`: what the attribute says; else the page's `color-scheme`, where it is only one; else its switch; else what its
 * text is, which also tells of a page that declares nothing, and of the system where the page follows it.
 */
export function schemeOf(host) {
  const { color, colorScheme } = getComputedStyle(host);
  // Of red, green and blue the green is nearest to how light a colour is; lab(), lch() and their kin begin with that.
  const [first, green] = color.match(/(?<=[( ])[\d.]+/g);
  const [lightness, middle] = /^r/.test(color) ? [green, 127] : [/^c/.test(color) ? green : first, /^l/.test(color) ? 50 : 0.5];
  return named(read(host, "theme"))
    ?? named(/^\w+$/.exec(colorScheme))
    ?? named(host.parentElement?.closest("[data-theme]")?.dataset.theme)
    ?? (host.closest(".dark") || lightness > middle ? "dark" : "light");
}

/** Calls back whenever that may have changed; returns what ends it, an `AbortController`, which also serves as a listener's options. */
export function watchScheme(host, changed) {
  const end = new AbortController();
  const observer = new MutationObserver(changed);
  for (let at = host; (at = at.parentElement);) observer.observe(at, { attributes: true });
  end.signal.onabort = () => observer.disconnect();
  matchMedia("(prefers-color-scheme:dark)").addEventListener("change", changed, end);
  // A page may fade from one to the other.
  document.addEventListener("transitionend", changed, end);
  return end;
}

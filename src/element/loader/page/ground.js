// What is behind an element: the colours of the grounds around it, through shadow roots and frames, down to the page's canvas.

import { has, mapped } from "./lists.js";

/** The canvas of a light and of a dark page: white, and about what Chromium, Firefox and WebKit paint (#121212 to #1e1e1e). */
const CANVAS = { light: [255, 255, 255], dark: [24, 24, 24] };
const NUMBERS = /-?[\d.]+(?:e-?\d+)?/g;

/**
 * A computed colour as red, green and blue (0 to 255) and how much of them there is (0 to 1). Other notations than `rgb()` are
 * resolved by the browser on `probe`, an element of ours.
 */
export function parsed(color, probe) {
  if (!/^rgb/.test(color)) {
    probe.style.color = `color-mix(in srgb, ${color}, ${color})`;
    color = getComputedStyle(probe).color;
  }
  const [red = 0, green = 0, blue = 0, alpha = 1] = mapped(color.match(NUMBERS) ?? [], Number);
  const most = /^rgb/.test(color) ? 1 : 255;
  return [red * most, green * most, blue * most, alpha];
}

/** The relative luminance of a colour, 0 to 1, as WCAG 2 defines it. */
export function luminance([red, green, blue]) {
  const linear = (part) => ((part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** The contrast of two luminances, 1 to 21, as WCAG 2 defines it. */
export const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** What an element is drawn in: its slot, its parent, the host of its shadow root, the frame of its document where that can be seen. */
function around(element) {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent?.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? parent.host : parent?.nodeType === Node.ELEMENT_NODE ? parent : null;
}

/** An element and everything it is drawn in, the nearest first, up to the root of its document. */
export function* environment(element) {
  for (let at = element; at; at = around(at)) yield at;
}

/** `light` or `dark`, where an element, or its document, declares one of them; where both, what the reader's system wants. */
export function declared(element) {
  let names = getComputedStyle(element)?.colorScheme ?? "";
  if (names === "normal") names = element.ownerDocument.querySelector("meta[name=color-scheme]")?.content ?? "";
  const [light, dark] = [/\blight\b/.test(names), /\bdark\b/.test(names)];
  if (light && dark) return matchMedia("(prefers-color-scheme:dark)").matches ? "dark" : "light";
  return dark ? "dark" : light ? "light" : undefined;
}

/** The colours of a gradient's stops; none where there is anything else than gradients. */
function stops(image, probe) {
  if (/url\(|image\(|image-set\(|element\(|paint\(/.test(image)) return [];
  return mapped(image.match(/(?:rgba?|color|oklab|oklch|lab|lch)\([^()]*\)/g) ?? [], (color) => parsed(color, probe));
}

/** A colour with a translucent one on it. */
function over([red, green, blue, alpha], [r, g, b]) {
  const mixed = (upper, lower) => upper * alpha + lower * (1 - alpha);
  return [mixed(red, r), mixed(green, g), mixed(blue, b)];
}

/**
 * What is behind an element: one colour, or those of a gradient's stops. `picture` says that a picture may hide all of them, so that they
 * say nothing. None where the element is not drawn, as in Firefox in a frame that is hidden.
 */
export function groundOf(element, probe) {
  /** The colours of each ground, the farthest first. */
  let layers = [];
  let picture = false;
  let below;
  let root = element;
  for (const at of environment(element)) {
    root = at;
    const style = getComputedStyle(at);
    if (!style) return { colors: [], picture };
    if (style.backgroundImage !== "none") {
      const colors = stops(style.backgroundImage, probe);
      if (!colors.length) picture = true;
      layers = [colors, ...layers];
      if (colors.length && !has(colors, ([, , , alpha]) => alpha < 1)) { below = []; break; }
    }
    const color = parsed(style.backgroundColor, probe);
    if (color[3]) layers = [[color], ...layers];
    if (color[3] === 1) { below = []; break; }
  }
  if (!below) below = belowRoot(root, probe);
  picture ||= below.picture;
  let colors = below.colors ?? [];
  for (const layer of layers) {
    const below = colors.length ? colors : [CANVAS.light];
    const mixed = [];
    for (const color of layer) for (const under of below) mixed[mixed.length] = over(color, under);
    if (mixed.length) colors = mixed;
  }
  return { colors, picture };
}

/** What is below a document: the page around its frame where that shines through, else the canvas. */
function belowRoot(root, probe) {
  const scheme = declared(root) ?? "light";
  let frame;
  try {
    frame = root.ownerDocument.defaultView.frameElement;
  } catch {
    // Of another origin: nobody knows.
  }
  // A frame of the other scheme has a canvas of its own.
  if (frame && (declared(frame) ?? "light") === scheme) return groundOf(frame, probe);
  return { colors: [CANVAS[scheme]] };
}

// The style sheets of threads and fetched articles: constructed ones, which a strict policy permits, one of each for a document.

import { has } from "./lists.js";

const made = new WeakMap();

/** A sheet in which `rem` does not hang on the root of a page that is not ours: it is `--_rem`, which `upkeep.js` measures. */
const adapted = (css) => css.replace(/(-?[\d.]+)rem\b/g, "calc($1*var(--_rem))");

/** The document's sheet with this text. */
function sheetOf(document, css) {
  if (!made.has(document)) made.set(document, { __proto__: null });
  const sheets = made.get(document);
  if (!sheets[css]) {
    const sheet = new document.defaultView.CSSStyleSheet();
    sheet.replaceSync(adapted(css));
    sheets[css] = sheet;
  }
  return sheets[css];
}

/** Puts a sheet after those of a document or shadow root that has lost it, or never had it. */
export function adopt(root, sheet) {
  const adopted = root.adoptedStyleSheets;
  if (!has(adopted, (one) => one === sheet)) adopted[adopted.length] = sheet;
}

/** The same with the sheet of this text that belongs to the root's document. */
export function adoptText(root, css) {
  const document = root.ownerDocument ?? root;
  if (document.defaultView && root.adoptedStyleSheets) adopt(root, sheetOf(document, css));
}

/** The texts of the sheets that each of our shadow roots wears. */
const worn = new WeakMap();

/** Puts a sheet with this text on a shadow root, and those again that it wore before and has lost. */
export function wear(root, css) {
  if (!worn.has(root)) worn.set(root, []);
  const texts = worn.get(root);
  if (!has(texts, (text) => text === css)) texts[texts.length] = css;
  for (const text of texts) adoptText(root, text);
}

// How many characters a text has, as a reader counts them.

let segmenter;

/** Firefox before 125 has no tables for it: there every code point counts. */
export function graphemes(text) {
  segmenter ??= globalThis.Intl?.Segmenter ? new Intl.Segmenter() : { segment: (text) => text };
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}

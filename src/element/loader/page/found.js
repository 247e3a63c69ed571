// Words that a reader looks for: how signs are compared, and how words are marked where the page's elements stay as they are.

/** The letters of a sign without case, accents as signs of their own (Unicode's NFKD). */
export const letters = (sign) => sign.normalize("NFKD").toLowerCase().toUpperCase().toLowerCase();

/** Marks ranges, in place of others, for the style sheets' `::highlight(article-widget-found)`. Does nothing where browsers know no such marks. */
export function show(before, ranges) {
  const marks = globalThis.CSS?.highlights;
  if (!marks) return;
  const name = "article-widget-found";
  if (!marks.has(name)) marks.set(name, new Highlight());
  for (const range of before) marks.get(name).delete(range);
  for (const range of ranges) marks.get(name).add(range);
}

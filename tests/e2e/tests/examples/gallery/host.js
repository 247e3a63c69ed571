// The host page as the browser draws it, to be compared with what it draws beside the widget.

/** What a longer thread must change in whatever contains it. */
const LENGTHS = ["height", "block-size", "perspective-origin", "transform-origin", "bottom", "inset-block-end", "grid-template-rows"];

/** The widget's own names, which nobody else reads. */
const PRIVATE = /^--(_|article-widget-)/;

/** The computed style and the box of every element but the widget's own. */
function hostPage(view) {
  const widget = view.document.querySelector("article-widget");
  // What has just been drawn may still be fading in.
  for (const animation of view.document.getAnimations()) animation.finish();
  return [view.document.documentElement, ...view.document.body.querySelectorAll("*"), view.document.body]
    .filter((element) => element !== widget)
    .map((element) => {
      const style = view.getComputedStyle(element);
      const { x, y, width, height } = element.getBoundingClientRect();
      return { element, style: new Map([...style].filter((name) => !PRIVATE.test(name)).map((name) => [name, style.getPropertyValue(name)])), box: { x, y: y + view.scrollY, width, height } };
    });
}

/** What of the page is another than before. */
function changesOf(before, view) {
  const widget = view.document.querySelector("article-widget");
  const found = [];
  for (const [at, { element, style, box }] of hostPage(view).entries()) {
    const old = before[at];
    const name = `<${element.localName}${element.className && ` class="${element.className}"`}>`;
    const contains = element.contains(widget);
    const follows = !contains && !widget.contains(element) && widget.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    for (const [property, value] of style) {
      if (contains && LENGTHS.includes(property)) continue;
      if (value !== old.style.get(property)) found.push(`${name} has ${property}: ${value} in place of ${old.style.get(property)}`);
    }
    for (const side of ["x", "y", "width", "height"]) {
      if ((contains && side === "height") || (follows && side === "y")) continue;
      if (Math.abs(box[side] - old.box[side]) > 0.5) found.push(`${name} has ${side} ${box[side]} in place of ${old.box[side]}`);
    }
  }
  return found;
}

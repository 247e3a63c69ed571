// What a reader would find wrong with a thread as it is drawn now. `colours.js` and `fit` stand before it.

/** Pixels: the least and the most that a comment's text may have, the least for everything, and below which phones enlarge a field. */
const TEXT = [15, 18];
const SMALL_PRINT = 12;
const FIELD = 16;
const CONTRAST = 4.5;

/** About the thread in a shadow root. A `scale` other than 1 is that of a reader who has chosen another size for text. */
function complaintsAbout(root, scale = 1) {
  const found = new Set(fit(root));
  const nameOf = (element) => `${element.localName}${element.className.baseVal ?? element.className ? `.${element.className}` : ""}`;
  const look = (element, what, pseudo) => {
    const contrast = contrastOf(element, pseudo);
    if (contrast < CONTRAST) found.add(`${what} has a contrast of ${contrast.toFixed(2)}`);
  };
  const isSeen = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true }) && !element.closest(".unseen, option, svg");
  };
  let texts = 0;
  const walker = document.createTreeWalker(root.querySelector(".mount"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const element = node.parentElement;
    if (!node.data.trim() || !isSeen(element)) continue;
    texts++;
    const size = parseFloat(getComputedStyle(element).fontSize);
    const what = `“${[...node.data.trim()].slice(0, 20).join("")}” in ${nameOf(element)}`;
    if (size < SMALL_PRINT * scale - 0.01) found.add(`${what} is ${size} px`);
    if (element.closest(".comment > .comment-body") && !(size >= TEXT[0] * scale && size <= TEXT[1] * scale)) found.add(`a comment's text is ${size} px`);
    look(element, what);
  }
  for (const field of root.querySelectorAll("textarea, select, input:not([type=file], [type=radio], [type=checkbox])")) {
    if (!isSeen(field)) continue;
    const size = parseFloat(getComputedStyle(field).fontSize);
    const what = nameOf(field) + (field.name && `[name=${field.name}]`);
    if (size < FIELD * scale - 0.01) found.add(`${what} is of ${size} px`);
    look(field, what);
    if (field.placeholder) look(field, `the hint in ${what}`, "::placeholder");
  }
  if (texts < 8) found.add(`only ${texts} texts are to be seen`);
  return [...found];
}

// What may stand where a reader's text is shown; `foreign` gives what stands there otherwise.
const ELEMENTS = {
  P: "dir class", BR: "", A: "href rel target class aria-label title lang", BDI: "dir class role data-sign title aria-label", SPAN: "class role aria-label data-standing", LABEL: "for",
  TIME: "datetime title lang", STRONG: "", EM: "", DEL: "", INS: "", CODE: "dir", PRE: "tabindex", BLOCKQUOTE: "dir", UL: "dir",
  OL: "dir start", LI: "class", DIV: "class dir tabindex role part lang", TABLE: "", THEAD: "", TBODY: "", TR: "",
  TH: "scope dir class", TD: "dir class", HR: "", DETAILS: "class open", SUMMARY: "",
  BUTTON: "type class part data-action data-answers aria-expanded aria-label aria-live aria-pressed", SVG: "viewBox aria-hidden focusable class",
  PATH: "d", CIRCLE: "cx cy r",
};
const VALUES = {
  href: /^(https?:\/\/|mailto:|#comment-[0-9a-v]{22}$)/i,
  rel: /^nofollow ugc noopener noreferrer$/,
  target: /^_blank$/,
  dir: /^(auto|ltr)$/,
  tabindex: /^0$/,
  start: /^\d+$/,
  scope: /^col$/,
  type: /^button$/,
  role: /^(img|group)$/,
  d: /^[MmLlHhVvAaSsZz\d., -]*$/,
  class: /^[a-z-]+( [a-z-]+)*$/,
  part: /^[a-z-]+$/,
};
const PLACES = [".comment-body", ".comment-header", ".comment-form-title", ".other-draft-title", ".other-draft-text", ".preview", ".actions"];
// No text is ever shown by one of these, wherever it stands.
const NEVER = "script, iframe, frame, object, embed, img, picture, video, audio, source, link, meta, base, template, math, foreignObject, use, animate, set, image";

// What the widget itself says by way of the CSSOM.
const OWN_STYLE = /^((--_rem|--height|min-block-size|block-size): ([\d.]+(px)?|calc\([\d.]+px\)|min\(var\(--article-widget-reserve, 100svh\), [\d.]+px\));? ?)*$/;

const told = (node) => node.outerHTML.slice(0, 200);
const wrong = (node) => {
  const tag = node.nodeName.toUpperCase();
  const names = ELEMENTS[tag]?.split(" ");
  if (!names) return true;
  const isDrawing = ["SVG", "PATH", "CIRCLE"].includes(tag);
  if (node.namespaceURI !== (isDrawing ? "http://www.w3.org/2000/svg" : "http://www.w3.org/1999/xhtml")) return true;
  for (const { name, value } of node.attributes) {
    if (!names.includes(name) || (VALUES[name] && !VALUES[name].test(value))) return true;
  }
  return tag === "A" && !["http:", "https:", "mailto:"].includes(node.protocol);
};
const foreign = (root) => {
  const found = [...root.querySelectorAll(NEVER)].map(told);
  for (const place of PLACES) {
    for (const node of root.querySelectorAll(`${place} *`)) if (wrong(node)) found.push(told(node));
  }
  for (const node of root.querySelectorAll("*")) {
    for (const { name, value } of node.attributes) {
      if (/^on|^srcdoc$|^formaction$|^xlink:/i.test(name) || (name === "style" && !OWN_STYLE.test(value))) found.push(told(node));
    }
  }
  return found;
};

// Hovers over each node below an element, focuses what can be focused and clicks the links, whose navigation is kept back.
const HOVERS = ["pointerover", "pointerenter", "mouseover", "mouseenter", "mousemove", "pointerdown", "mousedown", "pointerup", "mouseup", "mouseout", "mouseleave", "wheel"];
const touch = (around) => {
  const seen = { nodes: 0, focused: 0, clicked: 0, refused: [] };
  const keepBack = (event) => {
    const link = event.composedPath().find((node) => node.nodeName === "A");
    if (!link) return;
    event.preventDefault();
    seen.clicked += 1;
    if (!["http:", "https:", "mailto:"].includes(link.protocol)) seen.refused.push(String(link.href));
  };
  addEventListener("click", keepBack);
  for (const node of around.querySelectorAll("*")) {
    seen.nodes += 1;
    for (const type of HOVERS) node.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }));
    if (node.tabIndex >= 0) {
      node.focus({ preventScroll: true });
      seen.focused += 1;
    }
    // The widget's own links to comments lead within the page, and are followed elsewhere.
    if (node.matches("a:not(.comment-header a), [data-action=spoiler]")) node.click();
  }
  removeEventListener("click", keepBack);
  return seen;
};
const sum = (all) => all.reduce((sum, { nodes, focused, clicked, refused }) => ({
  nodes: sum.nodes + nodes, focused: sum.focused + focused, clicked: sum.clicked + clicked, refused: [...sum.refused, ...refused],
}), { nodes: 0, focused: 0, clicked: 0, refused: [] });
const turn = (millis) => new Promise((go) => setTimeout(go, millis));

// What the element looks like before any module has come; one sheet for all widgets of a document.

/**
 * All lengths hang on `medium`, the reader's own default size. The page decides about the host; what is inherited from a hidden or inert
 * ancestor holds inside. Until the module knows what is behind them, the loader's words are of the page's colour. The words
 * that nobody sees make the host as wide as a long text, where its contents decide about that: they have no width of their own.
 */
const CSS = `
:host(:not([hidden]:not([hidden=until-found i]),[popover])){display:block}
.band[hidden]{display:none}
.all{flex:1;min-inline-size:0;scroll-margin:inherit}
.all,slot{box-sizing:inherit}
.all::after{content:"${"discussion ".repeat(300)}";display:block;block-size:0;overflow:hidden;visibility:hidden}
.band,.place,.mount{all:initial;display:block;container-type:inline-size;color:inherit;color-scheme:inherit;direction:inherit;interactivity:inherit;pointer-events:inherit;scroll-margin:inherit;visibility:inherit;writing-mode:inherit;
font:medium/1.5 var(--article-widget-font,system-ui),sans-serif}
.place:empty{container-type:normal}
.band{margin-block-end:2em;text-align:center}
.header-ad-label{font-size:small;margin-block-end:.5em}
.header-ad-box{inline-size:320px;block-size:50px;max-inline-size:100%;margin-inline:auto;overflow:clip}
@container (min-width:728px){.header-ad-box{inline-size:728px;block-size:90px}}
.reserve,.mount{min-block-size:var(--article-widget-reserve,100svh)}
.waiting{padding-block:1.5em;margin-block-start:3em;border-block-start:1px solid}
.waiting button{display:block;min-block-size:44px;padding-inline:1em;border:1px solid;border-radius:8px;background:none;color:inherit;font:inherit;cursor:pointer}
@media print{.band,.reserve,.waiting *{display:none!important}.mount{min-block-size:0!important}.waiting::after{content:"To print the comments, scroll to them first."}}
`;

const sheets = new WeakMap();

/** Gives the sheet to a shadow root that has not that of its document. */
export function dress(root) {
  const view = root.ownerDocument.defaultView;
  if (!sheets.has(view)) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(CSS);
    sheets.set(view, sheet);
  }
  if (root.adoptedStyleSheets[0] !== sheets.get(view)) root.adoptedStyleSheets = [sheets.get(view)];
}

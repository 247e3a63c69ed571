// What the element looks like before any module has come; one sheet for all widgets of the page.

const CSS = `
:host{display:block!important;outline:0!important}
.band,.place,.mount{all:initial;display:block;container-type:inline-size;direction:inherit;color-scheme:inherit;box-sizing:border-box;
--_line:var(--article-widget-border,var(--_skin-border,light-dark(#e3e6ea,#2b3036)));
font:400 .75rem/1.5 var(--article-widget-font,var(--_skin-font,system-ui,sans-serif));color:var(--article-widget-muted,var(--_skin-muted,light-dark(#5b636e,#9aa3ae)))}
.light{color-scheme:light}
.dark{color-scheme:dark}
.mount.own{padding-inline:1rem;border-radius:10px;background:var(--article-widget-surface,light-dark(#fff,#14171a))}
.band{position:relative;margin-block-end:2rem;text-align:center}
:host([hidden]),[hidden]{display:none!important}
.header-ad-label{margin-block-end:.375rem}
.header-ad-box{position:relative;inline-size:320px;block-size:50px;max-inline-size:100%;margin-inline:auto;overflow:clip}
@container (min-width:728px){.header-ad-box{inline-size:728px;block-size:90px}}
.skip,.waiting button{all:unset;box-sizing:border-box;cursor:pointer;min-block-size:44px;display:inline-grid;place-items:center;padding-inline:.75rem;border-radius:8px;
border:1px solid var(--_line);color:light-dark(#1a1d21,#e7e9ec);font-size:.875rem;
&:focus-visible{outline:2px solid;outline-offset:2px}}
.skip{position:absolute;z-index:1;inset:0 auto auto 0;background:canvas}
.skip:not(:focus){clip-path:inset(50%)}
.reserve{block-size:var(--article-widget-reserve,100svh)}
.waiting{display:grid;gap:.75rem;justify-items:start;font-size:1rem;padding-block:1.5rem;margin-block-start:3rem;border-block-start:1px solid var(--_line)}
@media print{.band,.reserve,.waiting{display:none}}
`;

const sheet = new CSSStyleSheet();
sheet.replaceSync(CSS);

/** Gives the sheet to a shadow root, and the root back. */
export function dress(root) {
  root.adoptedStyleSheets = [sheet];
  return root;
}

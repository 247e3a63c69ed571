// The looks of the aids, in the layer of the article's own sheet: any rule of the page wins. Lengths are not in `rem`, which is the page's
// business, and colours are mixed from that of the text, so that they suit any ground.

export const LOOKS = `
@layer article-widget{
:where(.article-widget-anchor,.article-widget-copy){position:relative;block-size:0;margin:0;padding:0;border:0;font:400 medium/1.5 var(--article-widget-font,system-ui),sans-serif;text-indent:0}
:where(.article-widget-anchor>a){position:absolute;z-index:1;inset-block-start:var(--_block,0);inset-inline-start:var(--_inline,0);inline-size:32px;block-size:32px;translate:0 -50%;border-radius:6px;opacity:0;transition:opacity .12s}
.article-widget-anchor.article-widget-anchor>a{color:inherit;text-decoration:none}
:where(.article-widget-anchor>a)::before,:where(.article-widget-anchor>a)::after{content:"";position:absolute;inset:0;margin:auto;box-sizing:border-box;inline-size:11px;block-size:7px;border:1.5px solid;border-radius:4px;rotate:-45deg}
:where(.article-widget-anchor>a)::before{translate:-2.5px 2.5px}
:where(.article-widget-anchor>a)::after{translate:2.5px -2.5px}
:where(.article-widget-anchor>a:focus-visible,.article-widget-anchor:hover>a,.article-widget-anchor[data-said]>a){opacity:.7}
:where(.article-widget-anchor:not([style])>a){visibility:hidden}
:where(.article-widget-anchor>a:hover){opacity:1}
:where(.article-widget-anchor>a,.article-widget-copy>button,.article-widget-contents a,.article-widget-contents summary,.article-widget-skip):focus-visible{outline:2px solid;outline-offset:1px}
:where(.article-widget-anchor,.article-widget-copy):where([data-said])::after{content:attr(data-said);position:absolute;z-index:2;inset-block-start:var(--_block,0px);inset-inline-start:clamp(0px,var(--_inline,0px) + 36px,100% - 9em);translate:0 -50%;inline-size:max-content;padding:3px 9px;border-radius:6px;background:canvastext;color:canvas;font-size:13px;pointer-events:none}
:where(.article-widget-copy):where([data-said])::after{inset-block-start:10px;inset-inline:auto;right:10px;padding:6px 11px;translate:none}
:where(.article-widget-copy[data-said]>button){visibility:hidden}
:where(.article-widget-copy>button){position:absolute;z-index:1;inset-block-start:8px;right:8px;margin:0;padding:5px 11px;border:1px solid color-mix(in srgb,canvastext 22%,canvas);border-radius:6px;background:canvas;color:canvastext;font:500 13px/1.5 var(--article-widget-font,system-ui),sans-serif;cursor:pointer;opacity:0;transition:opacity .12s}
:where(.article-widget-copy>button)::before{content:attr(aria-label)}
:where(.article-widget-copy>button:focus-visible,.article-widget-copy:hover>button){opacity:1}
:where(.article-widget-contents){margin-block:20px 28px;font:400 15px/1.5 var(--article-widget-font,system-ui),sans-serif;text-align:start}
:where(.article-widget-contents details){display:block;margin:0;padding:0;border-block:1px solid color-mix(in srgb,currentcolor 14%,transparent)}
:where(.article-header>.article-widget-contents){margin-block-end:-16px;& details{border-block-end:0}}
:where(.article-widget-contents summary){display:flex;align-items:center;justify-content:space-between;min-block-size:44px;margin:0;padding:0;border-radius:4px;font-weight:600;list-style:none;cursor:pointer}
:where(.article-widget-contents summary)::-webkit-details-marker{display:none}
:where(.article-widget-contents summary)::after{content:"";inline-size:7px;block-size:7px;margin-inline:8px;margin-block-start:-4px;border:solid;border-width:0 1.5px 1.5px 0;rotate:45deg;opacity:.6}
:where(.article-widget-contents details[open]>summary)::after{rotate:-135deg;margin-block-start:4px}
.article-widget-contents ol{display:block!important}
:where(.article-widget-contents) :where(ol){margin:0;padding:0;list-style:none}
:where(.article-widget-contents details>ol){padding-block-end:14px;column-gap:40px}
:where(.article-widget-contents .long){columns:2 250px}
:where(.article-widget-contents) :where(li){margin:0;padding:0;break-inside:avoid}
:where(.article-widget-contents) :where(li li){padding-inline-start:16px;color:color-mix(in srgb,currentcolor 76%,transparent);font-size:14px}
:where(.article-widget-contents) :where(li a){display:block;padding-block:4px;color:inherit;text-decoration:none;text-wrap:pretty}
:where(.article-widget-contents) :where(li a:hover){text-decoration:underline;text-underline-offset:.2em}
:where(.article-widget-skip){position:absolute;z-index:3;margin:0;padding:9px 14px;border:1px solid;border-radius:8px;background:canvas;color:canvastext;font:500 15px/1.5 var(--article-widget-font,system-ui),sans-serif;cursor:pointer}
.article-widget-skip:not(:focus){clip-path:inset(50%)}
:where(.article-widget-wide){margin-block:-14px 24px;color:color-mix(in srgb,currentcolor 72%,transparent);font:400 13px/1.5 var(--article-widget-font,system-ui),sans-serif}
:where(.article-widget-wide)::before{content:attr(data-hint);display:inline-block;unicode-bidi:plaintext}
:where(.article-table)[data-more=left]{mask-image:linear-gradient(to left,#000 calc(100% - 36px),transparent)}
:where(.article-table)[data-more=right]{mask-image:linear-gradient(to right,#000 calc(100% - 36px),transparent)}
:where(.article-table)[data-more="left right"]{mask-image:linear-gradient(to right,transparent,#000 36px,#000 calc(100% - 36px),transparent)}
:where(.article-table:focus-visible){mask-image:none}
@media screen and (hover:none){
:where(.article-widget-anchor>a){inline-size:44px;block-size:44px;opacity:.5}
:where(.article-widget-article) :where(h2,h3,h4){padding-inline-end:40px}
:where(.article-widget-copy>button){opacity:1;padding-block:9px}
:where(.article-widget-copy+pre){padding-block-start:56px!important}
:where(.article-widget-contents) :where(li a){padding-block:10px}
}
@media (prefers-reduced-motion:reduce){:where(.article-widget-anchor>a,.article-widget-copy>button){transition:none}}
@media (forced-colors:active){
:where(.article-widget-anchor>a),:where(.article-widget-anchor:hover>a){color:linktext}
:where(.article-widget-anchor,.article-widget-copy):where([data-said])::after{border:1px solid}
:where(.article-table)[data-more]{mask-image:none}
}
@media print{.article-widget-anchor,.article-widget-copy,.article-widget-contents,.article-widget-skip,.article-widget-wide{display:none!important}}
}
`;

/** What shows when the pointer is over the heading or listing behind an aid. For articles that do not grow any more: with `:has()` in it
 * browsers compute the styles of all aids again whenever a block comes. */
export const HOVERED = `
@layer article-widget{
:where(.article-widget-anchor:has(+:hover)>a){opacity:.7}
:where(.article-widget-copy:has(+:hover)>button){opacity:1}}
`;

// A page's script that uses all of the contract, and what the compiler must refuse.

import "article-widget";
import "article-widget/single";
import type { ArticleWidgetDivElement, ArticleWidgetElement, ArticleWidgetImport } from "article-widget";

const widget = document.createElement("article-widget");
const same: ArticleWidgetElement = await widget.ready;
const count: number = same.count;
const text: string = await widget.exportThread();
const all: string = await widget.exportAll({ kind: "publication" });
const found: ArticleWidgetImport = await widget.importThread(text + all);
const bring: [string, boolean, number, number, number] = [found.kind, found.whole, found.new, found.already, found.overRoom];
for (const { line, reason } of found.refused) console.log(line.toFixed(), reason === "damaged", bring, count);
const { written, leftOut } = await found.commit();
await widget.focusForm();
await widget.reload();
await widget.clear();

const counter: HTMLElement = document.querySelector("article-widget-count")!;
const div = document.querySelector<ArticleWidgetDivElement>("div[data-article-widget]")!;
const align: string = (await div.ready).align;

widget.addEventListener("article-widget:ready", ({ detail }) => detail.count + detail.thread.length);
document.addEventListener("article-widget:comment-posted", ({ detail }) => {
  const parent: string | null = detail.parent;
  const name: string | null = detail.name;
  console.log(detail.thread, detail.id, detail.body, new Date(detail.at), parent, name);
});
window.addEventListener("article-widget:comment-edited", ({ detail }) => detail.body + detail.at.toFixed());
for (const name of ["deleted", "restored", "erased"] as const) {
  widget.addEventListener(`article-widget:comment-${name}`, ({ detail }) => detail.thread + detail.id);
}
widget.addEventListener("article-widget:saved", ({ detail }) => detail.state === "kept");
widget.addEventListener("article-widget:storage-warning", ({ detail }) => detail.reason === "at-risk");
widget.addEventListener("article-widget:error", ({ detail }) => detail.code === "comments" && detail.message);
widget.addEventListener("article-widget:ad-visible", ({ detail }) => detail.width * detail.height);

// @ts-expect-error There is no such kind.
void widget.exportThread({ kind: "everything" });
// @ts-expect-error It is read only.
widget.count = 3;
// @ts-expect-error There is no such event's detail.
widget.addEventListener("article-widget:ready", ({ detail }) => detail.counts);
// @ts-expect-error There is no such state.
widget.addEventListener("article-widget:saved", ({ detail }) => detail.state === "lost");
// @ts-expect-error There is no such method.
widget.importAll("");
// @ts-expect-error A plain div is no widget.
document.createElement("div").exportThread();

export { align, counter, leftOut, written };

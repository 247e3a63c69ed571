/** The widget's tags in Svelte: `import "article-widget/svelte"`. */
import type { HTMLAttributes } from "svelte/elements";
import type { ArticleWidgetAttributes, ArticleWidgetCountAttributes, ArticleWidgetCountElement, ArticleWidgetElement } from "./article-widget.js";

type Tag<E extends EventTarget, A> = Omit<HTMLAttributes<E>, keyof A> & A;

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "article-widget": Tag<ArticleWidgetElement, ArticleWidgetAttributes>;
    "article-widget-count": Tag<ArticleWidgetCountElement, ArticleWidgetCountAttributes>;
  }
}

export * from "./article-widget.js";

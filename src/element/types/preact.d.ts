/** The widget's tags in Preact: `import "article-widget/preact"`. */
import type { HTMLAttributes } from "preact";
import type { ArticleWidgetAttributes, ArticleWidgetCountAttributes, ArticleWidgetCountElement, ArticleWidgetElement } from "./article-widget.js";

type Tag<E extends EventTarget, A> = Omit<HTMLAttributes<E>, keyof A> & A;

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "article-widget": Tag<ArticleWidgetElement, ArticleWidgetAttributes>;
      "article-widget-count": Tag<ArticleWidgetCountElement, ArticleWidgetCountAttributes>;
    }
  }
}

export * from "./article-widget.js";

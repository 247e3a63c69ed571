/** The widget's tags in React: `import "article-widget/react"`. */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ArticleWidgetAttributes, ArticleWidgetCountAttributes, ArticleWidgetCountElement, ArticleWidgetElement } from "./article-widget.js";

type Tag<E, A> = Omit<DetailedHTMLProps<HTMLAttributes<E>, E>, keyof A> & A;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "article-widget": Tag<ArticleWidgetElement, ArticleWidgetAttributes>;
      "article-widget-count": Tag<ArticleWidgetCountElement, ArticleWidgetCountAttributes>;
    }
  }
}

export * from "./article-widget.js";

/** The widget's tags in templates of Vue: `import "article-widget/vue"`. */
import type { HTMLAttributes, PublicProps } from "vue";
import type { ArticleWidgetAttributes, ArticleWidgetCountAttributes } from "./article-widget.js";

type Tag<A> = new () => { $props: PublicProps & Omit<HTMLAttributes, keyof A> & A };

declare module "vue" {
  interface GlobalComponents {
    "article-widget": Tag<ArticleWidgetAttributes>;
    "article-widget-count": Tag<ArticleWidgetCountAttributes>;
  }
}

export * from "./article-widget.js";

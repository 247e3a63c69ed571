// The tags in React's markup.

import type { ArticleWidgetElement } from "article-widget/react";
import "article-widget/react";
import { createRef } from "react";

const widget = createRef<ArticleWidgetElement>();

export const page = (
  <article-widget ref={widget} thread="a" theme="dark" skin="paper" strings="german" header-ad="placeholder" max-depth={4} readonly="" className="wide" data-theme="dark">
    <div slot="header-ad">An ad</div>
    <article><h1>Words</h1></article>
  </article-widget>
);

export const counts = <li><article-widget-count thread="a" aliases="b c" comments="thread.jsonl" /></li>;

// @ts-expect-error There is no such theme.
export const pink = <article-widget theme="pink" />;
// @ts-expect-error There is no such attribute.
export const wrong = <article-widget threads="a" />;
// @ts-expect-error A count has no skin.
export const skinned = <article-widget-count skin="paper" />;

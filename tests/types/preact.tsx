/** @jsxImportSource preact */
// The tags in Preact's markup.

import type { ArticleWidgetElement } from "article-widget/preact";
import "article-widget/preact";
import { createRef } from "preact";

const widget = createRef<ArticleWidgetElement>();

export const page = (
  <article-widget ref={widget} thread="a" theme="dark" loading="eager" storage="session" strings="german" class="wide">
    <article><h1>Words</h1></article>
  </article-widget>
);

export const counts = <article-widget-count thread="a" />;

// @ts-expect-error There is no such theme.
export const pink = <article-widget theme="pink" />;

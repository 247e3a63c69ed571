// The tags in Svelte's markup, as its language tools read them.

import "article-widget/svelte";
import type { SvelteHTMLElements } from "svelte/elements";

export const good: SvelteHTMLElements["article-widget"] = { thread: "a", theme: "dark", contact: "mailto:ada@example.org", class: "wide" };
export const counts: SvelteHTMLElements["article-widget-count"] = { thread: "a" };
// @ts-expect-error There is no such theme.
export const pink: SvelteHTMLElements["article-widget"] = { theme: "pink" };

// The tags in Vue's templates, as its language tools read them.

import "article-widget/vue";
import type { GlobalComponents } from "vue";

type Attributes = InstanceType<GlobalComponents["article-widget"]>["$props"];

export const good: Attributes = { thread: "a", theme: "dark", sort: "newest", form: "bottom", class: "wide", key: 1 };
export const counts: InstanceType<GlobalComponents["article-widget-count"]>["$props"] = { thread: "a" };
// @ts-expect-error There is no such theme.
export const pink: Attributes = { theme: "pink" };

// The loader: the one script that a page names. It defines <article-widget> and fetches nothing but itself until a thread is needed.

import { ArticleWidget } from "./element.js";
import { watchForms } from "./forms.js";

if (!customElements.get("article-widget")) {
  customElements.define("article-widget", ArticleWidget);
  watchForms();
} else {
  console.info("article-widget: this second copy does nothing.");
}

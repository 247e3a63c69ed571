// What all frameworks draw: a button that counts, and one widget, whose element changes with the count.

/** The forms in which the page holds the widget. */
export const TAGS = ["fetched", "own", "div"];

/** The widget's element, made with the framework's own `h(type, properties, ...children)`. */
export function widget(h, { tag, thread }, count) {
  switch (tag) {
    case "fetched":
      return h("article-widget", { thread, src: "/article.html", "data-count": count });
    case "own":
      return h("article-widget", { thread, loading: "eager", "data-count": count },
        h("article", null, h("h1", null, "A quiet harbour"), h("p", null, "The boats came back before the rain.")));
    default:
      return h("div", { "data-article-widget": "", "data-thread": thread, "data-src": "/article.html", "data-count": count });
  }
}

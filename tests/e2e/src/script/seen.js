// What a reader finds of each widget of the page, whatever became of its elements.
const [words] = arguments;
const shown = (element) => element.getClientRects().length > 0;
const value = (root, form) => root.querySelector(`form[data-form=${form}] textarea[name=body]`)?.value ?? "";
const style = (element, property) => element ? getComputedStyle(element)[property] : "absent";

return Array.from(document.querySelectorAll("article-widget, div[data-article-widget]"), (widget) => {
  const root = widget.shadowRoot;
  if (!root) return { trouble: "no shadow root" };
  const articles = Array.from(widget.querySelectorAll("article")).filter(shown);
  const texts = document.createTreeWalker(widget, NodeFilter.SHOW_TEXT);
  let times = 0;
  while (texts.nextNode()) {
    if (texts.currentNode.data.includes(words) && shown(texts.currentNode.parentElement)) times++;
  }
  const button = root.querySelector("form[data-form=new] button[type=submit]");
  const place = root.querySelector(".place");
  return {
    trouble: "",
    articles: articles.length,
    times,
    threads: root.querySelectorAll(".thread").length,
    heading: Array.from(root.querySelectorAll(".heading"), (heading) => shown(heading) ? heading.textContent.trim() : "hidden").join(" and "),
    rows: Array.from(root.querySelectorAll("ol.comments > li.comment .comment-body[part=comment-body]"), (body) => body.textContent.trim()),
    new: value(root, "new"),
    reply: value(root, "reply"),
    looks: [
      style(button, "backgroundColor"), style(button, "borderRadius"), style(root.querySelector("form[data-form=new]"), "borderTopStyle"),
      style(articles[0], "maxWidth"), style(articles[0], "containerType"), style(widget, "display"),
    ],
    above: place ? Math.round(place.getBoundingClientRect().height) : 0,
  };
});

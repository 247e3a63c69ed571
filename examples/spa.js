// A router in a few lines. From article to article the widget stays and is given another thread; on the index page there is none.

const ARTICLES = {
  island: { title: "A letter from the island", text: "The ferry runs twice a week now. Nobody minds: it gives the days a shape." },
  coast: { title: "A letter from the coast", text: "From here the island is a line that comes and goes with the weather." },
};

const main = document.querySelector("main");

function make(tag, ...children) {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

function show(name) {
  const article = ARTICLES[name];
  if (!article) {
    main.replaceChildren(make("h1", "All articles"));
    return;
  }
  let widget = main.querySelector("article-widget");
  if (!widget) {
    widget = make("article-widget");
    main.replaceChildren(widget);
  }
  widget.setAttribute("thread", name);
  widget.replaceChildren(make("article", make("h1", article.title), make("p", article.text)));
}

function follow() {
  show(location.search.slice(1) || "island");
}

document.querySelector("nav").addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  follow();
});
addEventListener("popstate", follow);
follow();

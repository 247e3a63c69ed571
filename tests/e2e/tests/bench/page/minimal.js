// As little script as shows the same rows and the same form: what a thread costs at least.
const place = document.querySelector("#thread");
const { src } = place.dataset;
const all = src ? await (await fetch(src)).json() : JSON.parse(localStorage.getItem("comments") ?? "[]");
const date = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" });

const make = (name, attributes, ...children) => {
  const element = Object.assign(document.createElement(name), attributes);
  element.append(...children);
  return element;
};
const button = (text) => make("button", { type: "button" }, text);
const row = ({ name, at, text }) => make("li", { className: "comment" },
  make("div", { className: "by" }, make("bdi", {}, name), " ", make("time", { dateTime: at }, date.format(new Date(at)))),
  make("div", {}, ...text.split("\n\n").map((paragraph) => make("p", { dir: "auto" }, paragraph))),
  make("div", {}, button("Reply"), button("Edit"), button("Delete")));

const heading = make("h2", { className: "heading" });
const count = () => { heading.textContent = `${all.length.toLocaleString("en")} Comments`; };
const list = make("ol", { className: place.className + " comments" }, ...all.map(row));
const name = make("input", { name: "name" });
const field = make("textarea", { name: "body", required: true, rows: 4 });
const form = make("form", {}, make("label", {}, "Name ", name), make("label", {}, "Comment ", field), make("button", {}, "Post"));
form.onsubmit = (event) => {
  event.preventDefault();
  const comment = { name: name.value || "Anonymous", at: new Date().toISOString(), text: field.value };
  all.push(comment);
  localStorage.setItem("comments", JSON.stringify(all));
  const posted = row(comment);
  list.append(posted);
  count();
  field.value = "";
  posted.scrollIntoView({ block: "nearest" });
};
count();
place.append(heading, form, list);

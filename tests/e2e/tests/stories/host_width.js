// How wide the widget is in each place, compared with a block of 300 words there. The places are pieces of markup with `…` where the
// widget goes; all widgets stand in one page, each in a column of its own.
const [places, children, done] = arguments;

const COLUMNS = [900, 320];
const WORDS = "harbour a boats of quay the dog lamps to counted rope in November by tide".split(" ");
const words = Array.from({ length: 300 }, (_, at) => WORDS[at % WORDS.length]).join(" ");
/** What a place's own styles are said of. */
const SUBJECT = "subject";

const columns = [];
const widgets = [];
for (const [at, [name, markup]] of places.entries()) {
  for (const column of COLUMNS) {
    const section = document.createElement("section");
    section.style = `inline-size: ${column}px; position: relative; contain: layout; margin-block-end: 20px`;
    section.innerHTML = markup.replace("…", () => `<div class="${SUBJECT}">${words}</div>`);
    document.body.append(section);
    columns.push({ name, column, section, block: 0 });
    const { width, height } = section.querySelector(`.${SUBJECT}`).getBoundingClientRect();
    Object.assign(columns.at(-1), { width, height });
    const widget = document.createElement("article-widget");
    widget.className = SUBJECT;
    widget.setAttribute("loading", "eager");
    widget.setAttribute("thread", `place-${at}-${column}`);
    widget.innerHTML = children;
    section.querySelector(`.${SUBJECT}`).replaceWith(widget);
    widgets.push(widget);
  }
}

function measure(moment) {
  return columns.map(({ name, column, width, height }, at) => {
    const host = widgets[at].getBoundingClientRect();
    const inside = widgets[at].shadowRoot.querySelector(".mount").getBoundingClientRect();
    return { what: `${name} in ${column} px, ${moment}`, block: [width, height], host: [host.width, host.height], inside: inside.width };
  });
}

const early = measure("at first");
Promise.all(widgets.map((widget) => widget.ready)).then(() => requestAnimationFrame(() => done([...early, ...measure("with its thread")])));

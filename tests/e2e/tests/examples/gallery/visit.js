// One page of the gallery in a frame of each width: first without the widget's script, which the server does not have where the page
// names it, then with it, in every state. Gives back what is wrong.
const [name, scheme, done] = arguments;

/** Where the server has the script all the same. */
const LOADER = "article-widget/here.js";
const WIDTHS = [1280, 320];
const WORDS = "harbour a boats of quay the dog lamps to counted rope in November by tide".split(" ");
/** Milliseconds until something that should come is called missing. */
const PATIENCE = 15_000;

const frame = document.createElement("iframe");
// The page takes it for the system's wish; so low that it has a scroll bar from the start, where the browser shows one.
frame.style = `color-scheme: ${scheme}; border: 0; block-size: 400px; display: block`;
document.body.style.margin = 0;

const twoFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

async function until(what, look) {
  const end = performance.now() + PATIENCE;
  for (let seen; !(seen = look());) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
    if (seen) return seen;
  }
}

async function setWidth(width) {
  frame.style.inlineSize = `${width}px`;
  await twoFrames();
}

/** How far each box around the widget scrolls sideways. */
function sideways(widget) {
  const far = [];
  for (let at = widget.parentElement; at; at = at.parentElement) far.push(Math.max(0, at.scrollWidth - at.clientWidth));
  return far;
}

/** How wide a plain block with the article and 300 words is in the widget's place. */
function blockWidth(widget) {
  const block = document.createElement("div");
  block.innerHTML = widget.innerHTML;
  block.append(Array.from({ length: 300 }, (_, at) => WORDS[at % WORDS.length]).join(" "));
  widget.replaceWith(block);
  const { width } = block.getBoundingClientRect();
  block.replaceWith(widget);
  return width;
}

async function visit() {
  const found = new Map();
  frame.src = `/${name}.html`;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.replaceChildren(frame);
  await loaded;
  const view = frame.contentWindow;
  const page = view.document;
  const widget = page.querySelector("article-widget");

  // An element that no script has defined is inline; the widget is a block.
  widget.style.display = "block";
  const bare = new Map();
  for (const width of WIDTHS) {
    await setWidth(width);
    bare.set(width, { block: blockWidth(widget), sideways: sideways(widget), host: hostPage(view) });
  }

  widget.removeAttribute("style");
  const script = page.createElement("script");
  script.type = "module";
  script.src = LOADER;
  widget.setAttribute("loading", "eager");
  page.head.append(script);
  await until("the element", () => widget.shadowRoot);
  const root = widget.shadowRoot;
  const seen = (selector) => until(selector, () => root.querySelector(selector));

  async function measure(state) {
    for (const width of WIDTHS) {
      await setWidth(width);
      const before = bare.get(width);
      const say = (what) => found.has(what) || found.set(what, `${what} (${state}, ${width} px)`);
      for (const complaint of complaintsAbout(root)) say(complaint);
      const wide = widget.getBoundingClientRect().width;
      const inside = root.querySelector(".mount").getBoundingClientRect().width;
      if (Math.abs(wide - before.block) > 1 || Math.abs(inside - before.block) > 1) say(`${wide} px wide, ${inside} inside, where a block has ${before.block}`);
      for (const [at, distance] of sideways(widget).entries()) {
        if (distance > before.sideways[at]) say(`the box around it number ${at} scrolls sideways by ${distance} px in place of ${before.sideways[at]}`);
      }
      if (state === "thread") for (const change of changesOf(before.host, view)) say(change);
    }
  }

  await seen("li.comment");
  await measure("thread");
  root.querySelector("li.comment [data-action=reply]").click();
  root.querySelector("[data-action=panel]").click();
  await seen("form[data-form=reply]");
  await seen("#panel [data-group=threads]");
  await measure("reply and panel");
  widget.setAttribute("thread", "nobody-wrote-here");
  await seen(".empty");
  await measure("empty");
  return [...found.values(), ...view.__e2e.errors];
}

visit().then(done, (error) => done([String(error)]));

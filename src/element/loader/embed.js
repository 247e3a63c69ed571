// The widget in a frame of its own, for pages that may hold no script: `embed.html?thread=…`. It takes attributes from its address,
// and tells the page around it how high it is. That page's address is the address of its comments.

import { make } from "./make.js";

const NAMES = ["thread", "aliases", "src", "comments", "theme", "skin", "lang", "strings", "header-ad", "sort", "form", "formatting", "reactions", "readonly", "storage", "contact", "enhance", "max-depth"];
/** What names a file to fetch. */
const FILES = ["src", "comments"];
const HEIGHT = "article-widget:height";
const THEME = "article-widget:theme";
const PAGE = "article-widget:page";
const COMMENT = "article-widget:comment";
const SEEN = "article-widget:seen";
/** What names a comment in an address. */
const NAMED = /#comment-\w{22}$/;

const asked = new URLSearchParams(location.search);
const listed = document.querySelector("meta[name=article-widget-origins]")?.content.split(/\s+/) ?? [];

/** Why a file must not be shown here, if so: anybody can write an address, and what it names would stand under this site's. */
function refusal(name, value) {
  try {
    const { origin, protocol } = new URL(value, location.href);
    return /^https?:$/.test(protocol) && (origin === location.origin || listed.includes(origin)) ? "" : `${name} is on another site`;
  } catch {
    return `${name} is not an address`;
  }
}

function say(text) {
  document.body.append(make("p", { textContent: text, role: "alert" }));
}

/** The widget that the address asks for. */
function show() {
  if (!asked.get("thread")?.trim()) {
    say("This frame names no discussion. Its address needs ?thread=… at the end.");
    return;
  }
  const widget = document.createElement("article-widget");
  widget.setAttribute("loading", "eager");
  for (const name of NAMES) {
    const value = asked.get(name);
    if (value === null) continue;
    const why = FILES.includes(name) && refusal(name, value);
    if (why) say(`Not shown: ${why}. The owner of this site can allow it in embed.html.`);
    else widget.setAttribute(name, value);
  }
  document.body.append(widget);
}

/** Only the page around this one is told, and only numbers and which comment is meant. */
function tell(told) {
  if (parent !== window) parent.postMessage(told, "*");
}

function tellHeight() {
  tell({ type: HEIGHT, height: Math.ceil(document.body.getBoundingClientRect().height) });
}

/** Whether the frame's address names a comment because that of the page around it does. */
let isNamed = false;

/** The comment that the page's address names is named by the frame's too, without an entry of its own in the history. */
function follow(address) {
  if (!/^https?:/.test(address)) return;
  document.documentElement.dataset.pageAround = address.replace(/#.*/s, "");
  const [named] = NAMED.exec(address) ?? [];
  if (named ? named !== location.hash : isNamed) location.replace(named ?? "#");
  isNamed = !!named;
}

/** The part of the widget that an event is about. */
const inner = (event) => event.composedPath()[0];

// A link to a comment is one of the page around the frame, which is asked to take it.
addEventListener("click", (event) => {
  const link = inner(event)?.closest?.("a.permalink");
  if (!link || !document.documentElement.dataset.pageAround || link.hash === location.hash) return;
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  tell({ type: COMMENT, hash: link.hash });
}, true);
// The frame itself does not scroll.
addEventListener("focusin", (event) => {
  const row = inner(event);
  if (!row?.matches?.("li.comment")) return;
  const { top, bottom } = row.getBoundingClientRect();
  tell({ type: SEEN, top, bottom });
});

addEventListener("message", ({ source, data }) => {
  if (source !== parent || parent === window) return;
  if (data?.type === PAGE) follow(String(data.address));
  if (data?.type !== THEME) return;
  if (data.theme === "light" || data.theme === "dark") {
    document.documentElement.className = data.theme;
    if (!asked.has("theme")) {
      const widget = document.querySelector("article-widget");
      if (data.own === true) widget?.setAttribute("theme", data.theme);
      else widget?.removeAttribute("theme");
    }
  }
  // Whoever says so has just come, and has missed what was told.
  tellHeight();
});

show();
new ResizeObserver(tellHeight).observe(document.body);

// The widget in a frame of its own, for pages that may hold no script: `embed.html?thread=…`. It takes attributes from its address,
// and tells the page around it how high it is.

import { make } from "./make.js";

const NAMES = ["thread", "aliases", "src", "comments", "theme", "skin", "lang", "strings", "header-ad", "sort", "form", "formatting", "reactions", "readonly", "storage", "contact", "enhance", "max-depth"];
/** What names a file to fetch. */
const FILES = ["src", "comments"];
const HEIGHT = "article-widget:height";
const THEME = "article-widget:theme";

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

/** Only the page around this one is told, and only a number. */
function tellHeight() {
  if (parent !== window) parent.postMessage({ type: HEIGHT, height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
}

addEventListener("message", ({ source, data }) => {
  if (source !== parent || parent === window || data?.type !== THEME) return;
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

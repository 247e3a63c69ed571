// The element <article-widget>: its shadow root, its ad band and the loading of the module that Rust is compiled to.
// A custom element's class cannot be written in Rust; everything else is (see src/).

const BASE = new URL(".", import.meta.url);
const ATTRIBUTES = ["thread", "aliases", "comments", "contact", "src", "header-ad", "loading", "lang", "storage"];
/** How far below the view the thread may be when its module is fetched. */
const NEAR = "800px";
/** Milliseconds out of the document until a widget is unmounted: moving takes none. */
const LEAVE_AFTER = 1000;

// What stands before any module has come.
const CSS = `
:host{display:block!important}
:host([hidden]){display:none!important}
.band,.place,.mount{all:initial;display:block;container-type:inline-size;direction:inherit;color-scheme:inherit;box-sizing:border-box;
--_muted:var(--article-widget-muted,light-dark(#5b636e,#9aa3ae));--_line:var(--article-widget-border,light-dark(#e3e6ea,#2b3036));
font:400 .75rem/1.5 var(--article-widget-font,system-ui,sans-serif);color:var(--_muted)}
:host(:is([theme=light],[data-theme=light])) :is(.band,.place,.mount){color-scheme:light}
:host(:is([theme=dark],[data-theme=dark])) :is(.band,.place,.mount){color-scheme:dark}
:host(:is([theme=light],[data-theme=light],[theme=dark],[data-theme=dark])) .mount{padding-inline:1rem;border-radius:10px;
background:var(--article-widget-surface,light-dark(#fff,#14171a))}
.band{position:relative;margin-block-end:2rem;text-align:center}.band[hidden]{display:none}
.header-ad-label{display:block;letter-spacing:.04em;margin-block-end:.375rem}
.header-ad-box{display:block;position:relative;inline-size:320px;block-size:50px;max-inline-size:100%;margin-inline:auto;overflow:clip}
.placeholder{direction:ltr;display:grid;place-items:center;box-sizing:border-box;block-size:100%;border:1px dashed var(--_line);border-radius:6px;
background:var(--article-widget-raised,light-dark(#f6f7f9,#1c2024));font-size:.8125rem}
.placeholder[hidden],.size-wide{display:none}
@container (min-width:728px){.header-ad-box{inline-size:728px;block-size:90px}.size-wide{display:inline}.size-narrow{display:none}}
.skip{position:absolute;z-index:1;inset-block-start:0;inset-inline-start:0;box-sizing:border-box;min-block-size:44px;padding:0 .75rem;
border:0;border-radius:6px;font:inherit;font-size:.875rem;background:var(--article-widget-accent,light-dark(#0b57d0,#8ab4f8));color:light-dark(#fff,#0b1a33);
display:grid;place-items:center;cursor:pointer;opacity:0;pointer-events:none}
.skip:focus-visible{opacity:1;pointer-events:auto;outline:2px solid;outline-offset:-4px}
.reserve{block-size:100vh;block-size:100svh}
.waiting{font-size:1rem;padding-block:1.5rem;margin-block-start:3rem;border-block-start:1px solid var(--_line);min-block-size:12rem;box-sizing:border-box}
.waiting button{all:unset;cursor:pointer;min-block-size:44px;display:inline-grid;place-items:center;padding-inline:.75rem;border-radius:8px;
border:1px solid var(--_line);color:light-dark(#1a1d21,#e7e9ec)}.waiting button:focus-visible{outline:2px solid;outline-offset:2px}
.waiting p{margin:0 0 .75rem;max-inline-size:40rem}
@media print{.band,.reserve,.waiting{display:none}}
`;

let sheet;
let module;
let attempts = 0;

/** The module, asked for once per page, and again after a failure. */
function load() {
  module ??= (async () => {
    // Engines may remember a failed address.
    const again = attempts++ ? `?retry=${attempts}` : "";
    const glue = await import(new URL(`article-widget-app.js${again}`, BASE).href);
    await glue.default({ module_or_path: new URL(`article-widget-app_bg.wasm${again}`, BASE) });
    return glue;
  })().catch((error) => {
    module = undefined;
    throw error;
  });
  return module;
}

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

class ArticleWidget extends HTMLElement {
  static {
    for (const name of ["exportThread", "exportAll", "importThread", "clear"]) {
      this.prototype[name] = async function (argument) {
        this.#start();
        await this.ready;
        return this.#handle[name](argument);
      };
    }
  }

  static observedAttributes = ATTRIBUTES.flatMap((name) => [name, `data-${name}`]);

  #handle;
  #leaving;
  #near;
  #band;
  #ad;
  #place;
  #mount;
  #placeholder;
  #loading = false;

  constructor() {
    super();
    /** Resolves when the thread has been read and can be used. */
    this.ready = new Promise((resolve) => {
      this.addEventListener("article-widget:ready", () => {
        resolve(this);
        // A fragment does not reach into a shadow root.
        if (location.hash === "#comments") this.#mount.scrollIntoView();
      }, { once: true });
    });
    const root = this.attachShadow({ mode: "open" });
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS);
    }
    root.adoptedStyleSheets = [sheet];
    this.#placeholder = make("span", { className: "placeholder" });
    this.#ad = make("slot", { name: "header-ad" }, this.#placeholder);
    const skip = make("button", { type: "button", className: "skip", textContent: "Skip advertisement" });
    this.#place = make("div", { className: "place" });
    this.#mount = make("div", { className: "mount", tabIndex: -1 });
    skip.addEventListener("click", () => this.#pastAd().focus());
    this.#band = make("section", { className: "band header-ad", hidden: true },
      skip,
      make("span", { className: "header-ad-label", textContent: "Advertisements" }),
      make("div", { className: "header-ad-box" }, this.#ad));
    this.#band.setAttribute("aria-label", "Advertisements");
    this.#band.part = "header-ad";
    this.#ad.addEventListener("slotchange", () => this.#showBand());
    // Keys typed here are not the page's shortcuts.
    for (const type of ["keydown", "keypress", "keyup"]) this.#mount.addEventListener(type, (event) => event.stopPropagation());
    root.append(this.#band, this.#place, make("slot"), this.#mount);
  }

  connectedCallback() {
    clearTimeout(this.#leaving);
    this.#showBand();
    if (this.#handle || this.#loading) return;
    this.#wait("");
    // The thread waits below the view, so that the article pushes nothing in it.
    const src = this.#get("src");
    if (src) this.#place.replaceChildren(make("div", { className: "reserve" }));
    if (src || this.#get("loading") === "eager" || /^#comments?\b/.test(location.hash)) {
      this.#start();
      return;
    }
    // An upgraded element hears of its attributes before it hears that it is connected.
    this.#near?.disconnect();
    this.#near = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#start();
    }, { rootMargin: NEAR });
    this.#near.observe(this.#mount);
  }

  disconnectedCallback() {
    this.#leaving = setTimeout(() => {
      this.#near?.disconnect();
      this.#handle?.unmount();
      this.#handle?.free();
      this.#handle = undefined;
    }, LEAVE_AFTER);
  }

  attributeChangedCallback(name) {
    if (!this.isConnected) return;
    this.#showBand();
    if (this.#handle) this.#handle.configure();
    else if (/src|loading/.test(name)) this.connectedCallback();
  }

  #get(name) {
    return this.getAttribute(name) ?? this.getAttribute(`data-${name}`);
  }

  async #start() {
    this.#near?.disconnect();
    if (this.#loading) return;
    this.#loading = true;
    try {
      const glue = await load();
      if (this.isConnected && !this.#handle) {
        // A new one each time: Yew's listeners stay on it.
        const root = document.createElement("div");
        this.#replace(root);
        this.#handle = glue.mount(this, root, this.#place, this.#placeholder);
      }
    } catch (error) {
      console.error("article-widget:", error);
      this.#wait("The comments could not be loaded. Check the connection and try again.", "Retry", "retry-module");
    }
    this.#loading = false;
  }

  /** Fills the thread's place without the module. */
  #wait(text, label = "Comments", action = "load") {
    const button = make("button", { type: "button", textContent: label });
    button.dataset.action = action;
    button.addEventListener("click", () => this.#start());
    const box = make("div", { className: "waiting module-notice" }, ...(text ? [make("p", { textContent: text })] : []), button);
    if (text) {
      box.setAttribute("role", "alert");
      this.#place.replaceChildren();
    } else {
      button.addEventListener("focus", () => this.#start());
    }
    this.#replace(box, text && button);
  }

  /** Replaces what is in the thread's place, and keeps the focus. */
  #replace(content, next) {
    const focused = this.#mount.contains(this.shadowRoot.activeElement);
    this.#mount.replaceChildren(content);
    if (focused) (next || this.#mount).focus();
  }

  /** What follows the ad. */
  #pastAd() {
    const article = this.querySelector(":scope > article");
    if (article && !article.hasAttribute("tabindex")) article.tabIndex = -1;
    return article ?? this.#mount;
  }

  /** Shows the band where an ad or the placeholder is wanted. */
  #showBand() {
    const kind = this.#get("header-ad") ?? "auto";
    const filled = this.#ad.assignedElements().length > 0;
    this.#placeholder.hidden = kind !== "placeholder";
    this.#band.hidden = kind === "none" || (kind === "auto" && !filled);
  }
}

if (!customElements.get("article-widget")) {
  customElements.define("article-widget", ArticleWidget);
} else {
  console.info("article-widget: already defined on this page; this copy does nothing.");
}

// One widget: what it puts into its host, and when its module is fetched, mounted and taken away.

import { read } from "./attributes.js";
import { makeBand } from "./band.js";
import { make } from "./make.js";
import { isRefused, load } from "./module.js";
import { dress } from "./sheet.js";
import { schemeOf, watchScheme } from "./theme.js";

/** How far below the view the thread may be when its module is fetched. */
const NEAR = "800px";
/** Milliseconds out of the document until a widget is unmounted: moving takes none. */
const LEAVE_AFTER = 1000;
const FAILED = "The comments could not be loaded.";
const REFUSED = "The comments need WebAssembly, which is not allowed here.";

export class Widget {
  #host;
  #mount = make("div", { className: "mount", tabIndex: -1 });
  #place = make("div", { className: "place", tabIndex: -1 });
  #band;
  #handle;
  #loading;
  #leaving;
  #watch;
  #tell = (name, detail) => {
    this.#host.dispatchEvent(new CustomEvent(`article-widget:${name}`, { bubbles: true, composed: true, detail }));
  };
  /** Follows the page from light to dark. Only who asks for one of them gets a background. */
  #paint = () => {
    const scheme = schemeOf(this.#host);
    this.#band.band.className = `band header-ad ${scheme}`;
    this.#place.className = `place ${scheme}`;
    this.#mount.className = `mount ${scheme} ${read(this.#host, "theme") === scheme ? "own" : ""}`;
  };
  #near = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && this.start(), { rootMargin: NEAR });

  constructor(host) {
    this.#host = host;
    this.#band = makeBand(host, () => this.#place.focus(), this.#tell);
    dress(host.attachShadow({ mode: "open" })).append(this.#band.band, this.#place, make("slot"), this.#mount);
    /** Resolves to the host when its thread has been read. */
    this.ready = new Promise((resolve) => host.addEventListener("article-widget:ready", () => resolve(host)));
    new MutationObserver((changes) => {
      for (const { attributeName } of changes) {
        if (!host.isConnected || attributeName === "ad-state") continue;
        this.#handle?.configure();
        return this.connect();
      }
    }).observe(host, { attributes: true });
  }

  /** The host is in the page, or has changed there. */
  connect() {
    clearTimeout(this.#leaving);
    this.#watch?.abort();
    this.#watch = watchScheme(this.#host, this.#paint);
    this.#paint();
    // A fragment does not reach into a shadow root.
    const follow = () => {
      if (/^#comment/.test(location.hash)) {
        this.#mount.scrollIntoView();
        this.start();
      }
    };
    addEventListener("hashchange", follow, this.#watch);
    this.#band.show();
    if (this.#loading) return;
    this.#wait();
    // The thread waits below the view, so that the article pushes nothing in it.
    const src = read(this.#host, "src");
    if (src) this.#place.replaceChildren(make("div", { className: "reserve" }));
    if (src || read(this.#host, "loading") === "eager") this.start();
    else this.#near.observe(this.#mount);
    follow();
  }

  /** The host has left the page, perhaps only to come back elsewhere. */
  disconnect() {
    this.#watch.abort();
    this.#leaving = setTimeout(() => {
      this.#near.disconnect();
      this.#handle?.unmount();
      this.#handle = this.#loading = undefined;
    }, LEAVE_AFTER);
  }

  /** How many comments are shown. */
  get count() {
    return this.#handle?.count ?? 0;
  }

  /** Calls a method of the module's, which waits for the thread. */
  async call(name, argument) {
    await this.start();
    return this.#handle[name](argument);
  }

  /** Fetches and mounts the module, unless it is here or on its way. */
  start() {
    this.#near.disconnect();
    return (this.#loading ??= this.#load());
  }

  async #load() {
    try {
      const glue = await load();
      if (this.#host.isConnected && !this.#handle) {
        this.#fill();
        this.#handle = glue.mount(this.#host, this.#mount, this.#place, this.#band.placeholder);
        return;
      }
    } catch (error) {
      console.error("article-widget:", error);
      const message = isRefused(error) ? REFUSED : FAILED;
      this.#tell("error", { code: "module", message });
      this.#wait(message);
    }
    this.#loading = undefined;
  }

  /** Fills the thread's place without the module; with what went wrong, if anything did. */
  #wait(trouble = "") {
    const start = () => {
      button.textContent = "Loading…";
      this.start();
    };
    const button = make("button", { textContent: trouble ? "Retry" : "Comments", onclick: start, onfocus: trouble ? null : start });
    this.#place.replaceChildren();
    this.#fill(make("div", { className: "waiting", role: trouble && "alert" }, trouble, trouble === REFUSED ? "" : button), trouble === FAILED && button);
  }

  /** Replaces what is in the thread's place, and keeps the focus. */
  #fill(content = "", next) {
    const focused = this.#mount.matches(":focus-within");
    this.#mount.replaceChildren(content);
    if (focused) (next || this.#mount).focus();
  }
}

// `<article-widget-count>`: how many comments a thread has, on any page of the origin. Fetched on the pages that have one.

import { read } from "./attributes.js";

/** How far below the view a count may be when what it needs is fetched. */
const NEAR = "200px";
const ATTRIBUTES = ["thread", "aliases", "comments"];
/** After these a count may be another. */
const EVENTS = ["ready", "comment-posted", "comment-deleted", "comment-restored", "comment-erased"];

/** Whether anything of any thread is kept here; if not, there is nothing to fetch the module for. */
function isAnythingKept() {
  try {
    return Object.keys(localStorage).some((key) => /^aw1i?:/.test(key));
  } catch {
    return false;
  }
}

/** Defines the element, once; `load` gives the module. */
export function define(load) {
  if (customElements.get("article-widget-count")) return;

  customElements.define("article-widget-count", class extends HTMLElement {
    static observedAttributes = ATTRIBUTES.flatMap((name) => [name, `data-${name}`]);
    #near;
    #last = 0;
    #end;

    connectedCallback() {
      this.#end = new AbortController();
      const { signal } = this.#end;
      const again = () => this.#look();
      window.addEventListener("storage", again, { signal });
      for (const name of EVENTS) document.addEventListener(`article-widget:${name}`, again, { signal });
      again();
    }

    disconnectedCallback() {
      this.#end.abort();
      this.#near?.disconnect();
    }

    attributeChangedCallback() {
      if (this.isConnected) this.#look();
    }

    /** Counts as soon as the element is near the view. */
    #look() {
      this.#near?.disconnect();
      this.#near = new IntersectionObserver((entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#show();
      }, { rootMargin: NEAR });
      this.#near.observe(this);
    }

    async #show() {
      this.#near.disconnect();
      const turn = ++this.#last;
      const [thread, aliases, comments] = ATTRIBUTES.map((name) => read(this, name) ?? "");
      try {
        const published = comments && new URL(comments, document.baseURI).href;
        const count = published || isAnythingKept() ? await (await load()).count(thread, aliases, published) : 0;
        // An answer to an earlier question is late.
        if (turn === this.#last) this.textContent = `${count} Comment${count === 1 ? "" : "s"}`;
      } catch (error) {
        // What the page wrote there stays.
        console.error("article-widget:", error);
      }
    }
  });
}

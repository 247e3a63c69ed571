// `<article-widget-count>`: how many comments a thread has, on any page of the origin. Fetched on the pages that have one.

import { read } from "./attributes.js";

/** How far below the view a count may be when what it needs is fetched. */
const NEAR = "200px";
/** After these a count may be another. */
const EVENTS = ["ready", "comment-posted", "comment-deleted", "comment-restored", "comment-erased"];

/**
 * Whether anything of any thread is kept here; if not, there is nothing to fetch the module for. Without the methods of arrays, here
 * and below: old libraries have put their own in the place of those.
 */
function isAnythingKept() {
  try {
    for (const key of Object.keys(localStorage)) if (/^aw1i?:/.test(key)) return true;
  } catch {
    // Nothing can be kept.
  }
  return false;
}

/** Defines the element, once; `load` gives the module. */
export function define(load) {
  if (customElements.get("article-widget-count")) return;

  customElements.define("article-widget-count", class extends HTMLElement {
    static observedAttributes = ["thread", "data-thread", "aliases", "data-aliases", "comments", "data-comments"];
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
        for (const { isIntersecting } of entries) if (isIntersecting) return this.#show();
      }, { rootMargin: NEAR });
      this.#near.observe(this);
    }

    async #show() {
      this.#near.disconnect();
      const turn = ++this.#last;
      const said = (name) => read(this, name) ?? "";
      try {
        const published = said("comments") && new URL(said("comments"), document.baseURI).href;
        const count = published || isAnythingKept() ? await (await load()).count(said("thread"), said("aliases"), published) : 0;
        // The count for earlier attributes comes too late.
        if (turn === this.#last) this.textContent = `${count} Comment${count === 1 ? "" : "s"}`;
      } catch (error) {
        // What the page wrote there stays.
        console.error("article-widget:", error);
      }
    }
  });
}

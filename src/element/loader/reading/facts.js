// What search engines are told of a fetched article, where the page itself tells them nothing about one.

import { make } from "../make.js";

const FACTS = "article-widget-facts";
/** Kinds of schema.org that are articles. */
const ARTICLE = /"@type"\s*:\s*(?:\[[^\]]*)?"(?:https?:\/\/schema\.org\/)?(?:\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report)"/;

export class Facts {
  #host;
  #script;
  #text;

  constructor(host) {
    this.#host = host;
  }

  /** Tells what is drawn in the fetched article, and nothing any more where there is none. */
  follow(fetched) {
    const json = fetched?.querySelector(`.${FACTS}`)?.getAttribute("value");
    if (!json) {
      this.#script?.remove();
      this.#script = undefined;
      return;
    }
    if (!this.#script) {
      if (tellsOfOne(this.#host.ownerDocument)) return;
      this.#text = document.createTextNode("");
      this.#script = make("script", { type: "application/ld+json", className: FACTS }, this.#text);
    }
    // Trusted Types guard the text of a script that comes into the page, whatever its type, and nobody that of one that is empty then.
    if (!this.#script.isConnected) {
      this.#text.data = "";
      this.#host.ownerDocument.head.append(this.#script);
    }
    if (this.#text.data !== json) this.#text.data = json;
  }
}

/** Whether the page says itself what its article is. */
function tellsOfOne(page) {
  for (const script of page.querySelectorAll(`script[type="application/ld+json"]:not(.${FACTS})`)) if (ARTICLE.test(script.textContent)) return true;
  return !!page.querySelector("[itemtype$='Article'],[itemtype$='BlogPosting']");
}

// What search engines are told of a fetched article, where the page itself tells them nothing about one.

import { make } from "../make.js";

const FACTS = "article-widget-facts";
/** Kinds of schema.org that are articles. */
const ARTICLE = /"@type"\s*:\s*(?:\[[^\]]*)?"(?:https?:\/\/schema\.org\/)?(?:\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report)"/;
/** Scripts that the page has begun. */
const BEGUN = "script[type=module],script[src]:not([type])";

export class Facts {
  #host;
  #script;

  constructor(host) {
    this.#host = host;
  }

  /** Tells what is drawn in the fetched article, and nothing any more where there is none. */
  follow(fetched) {
    const json = fetched?.querySelector(`.${FACTS}`)?.getAttribute("value");
    const page = this.#host.ownerDocument;
    if (!json) {
      this.#script?.remove();
      this.#script = undefined;
      return;
    }
    if (!this.#script) {
      if (tellsOfOne(page)) return;
      this.#script = dataBlock(page);
    }
    const [text] = this.#script.childNodes;
    if (text.data !== json) text.data = json;
    if (!this.#script.isConnected) page.head.append(this.#script);
  }
}

/**
 * A script that is data. Where a policy demands Trusted Types, browsers complain of the text of any script that comes into the page,
 * even one that they would not run. They do not look at one that was begun already, nor at its copy.
 */
function dataBlock(page) {
  const script = page.querySelector(BEGUN)?.cloneNode() ?? make("script", {});
  for (const name of script.getAttributeNames()) script.removeAttribute(name);
  script.append(page.createTextNode(""));
  return Object.assign(script, { type: "application/ld+json", className: FACTS });
}

/** Whether the page says itself what its article is. */
function tellsOfOne(page) {
  for (const script of page.querySelectorAll(`script[type="application/ld+json"]:not(.${FACTS})`)) if (ARTICLE.test(script.textContent)) return true;
  return !!page.querySelector("[itemtype$='Article'],[itemtype$='BlogPosting']");
}

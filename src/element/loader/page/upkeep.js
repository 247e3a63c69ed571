// What a widget keeps up in a page that is not ours, as long as it is mounted: whether it is light or dark, its style sheets, its fetched
// article, and the height of its place.

import { environment } from "./ground.js";
import { Height } from "./height.js";
import { has } from "./lists.js";
import { Room } from "./room.js";
import { schemeAt, watchGround } from "./scheme.js";
import { adopt, adoptText, wear } from "./sheets.js";
import { giveBack, keepWritten } from "./written.js";

/** The classes of the light DOM have the widget's name: the page has its own `dark`. */
const ARTICLE = "article-widget-article";
/**
 * React ends what it hydrates in an element at such a comment, the end of its own Suspense boundaries; so a fetched article is not
 * taken for a child that the server's page has not.
 */
const BOUNDARY = "/$";

/** Milliseconds between two returns of an article that is taken out every time; the first is at once. */
const PAUSE = 500;

/** Under which name the upkeep stands on the element of its thread. */
const UPKEEP = "__article_widget_upkeep";

/** What an article does not hold, and the rest of a page does. */
const REST = ":scope > :is(main, header, footer, nav, article-widget)";

export class Upkeep {
  #host;
  #shadow;
  /** Band, place and mount: what has colours in the shadow root. */
  #parts;
  #mount;
  #article;
  #text;
  #look;
  #lost;
  #around = [];
  #theme;
  #isArticleWanted = false;
  #boundary = document.createComment(BOUNDARY);
  #probe = document.createElement("span");
  #end;
  #room;
  #height;
  /** Whether the article has been drawn. */
  #isDrawn = false;
  #drawn = new MutationObserver(() => {
    if (this.#isEmpty()) return;
    this.#dressArticle();
    // Without the sheet its size was that of the page.
    this.#measure();
    this.#room.followArticle();
  });
  /** When the article may be put back again, and what waits until then. */
  #next = 0;
  #waiting;
  // At once, so that who reads or writes below stays where they are; but not for ever in one turn with a page that takes out whatever
  // is not its own.
  #children = new MutationObserver(() => {
    const isWhole = this.#isInPlace() && (!this.#isEmpty() || !this.#isDrawn);
    const wait = this.#next - Date.now();
    if (isWhole || wait <= 0) {
      if (!isWhole) this.#next = Date.now() + PAUSE;
      return this.#placeArticle();
    }
    this.#waiting ??= setTimeout(() => {
      this.#waiting = undefined;
      this.#placeArticle();
    }, wait);
  });

  /** The loader alone takes a thread out before the upkeep has ended. */
  #threads = new MutationObserver((changes) => {
    for (const { removedNodes } of changes) for (const thread of removedNodes) if (thread instanceof Element) keepWritten(this.#mount, thread);
  });

  /**
   * `article` is what a fetched article is drawn into; `thread` is the text of the threads' sheet, and `look` gives that of the articles'.
   * `lost` is called when somebody has emptied the article.
   */
  constructor(host, [band, place, mount], article, thread, look, lost) {
    this.#host = host;
    this.#shadow = host.shadowRoot;
    this.#parts = [band, place, mount];
    this.#mount = mount;
    this.#article = article;
    this.#text = thread;
    this.#look = look;
    this.#lost = lost;
    this.#probe.hidden = true;
    place.after(this.#probe);
    this.#room = new Room(place, mount);
    this.#height = new Height(mount.parentElement);
    this.#drawn.observe(article, { childList: true });
    this.#succeed();
    if (host.querySelector(REST)) {
      console.warn("article-widget: the rest of the page is inside the tag, which has to end with </article-widget>, not with />.");
    }
  }

  /** Begins, or begins anew where the host has come to another place or its attributes have changed. */
  renew(theme, isArticleWanted) {
    const around = [...environment(this.#host)];
    const isSame = this.#end && isArticleWanted === this.#isArticleWanted && around.length === this.#around.length && !has(around, (at) => !has(this.#around, (before) => before === at));
    this.#theme = theme;
    if (isSame) {
      this.#height.keep();
      return this.#paint();
    }
    this.#around = around;
    this.#isArticleWanted = isArticleWanted;
    this.#end?.abort();
    this.#children.disconnect();
    const [loaders] = this.#shadow.adoptedStyleSheets;
    this.#placeArticle();
    this.#end = watchGround(this.#host, () => {
      adopt(this.#shadow, loaders);
      wear(this.#shadow, this.#text);
      this.#dressArticle();
      this.#measure();
      this.#paint();
    });
    this.#children.observe(this.#host, { childList: true });
    this.#children.observe(this.#article, { childList: true });
    this.#host.addEventListener("article-widget:ready", () => this.#room.hold(), { signal: this.#end.signal });
  }

  /** Takes over from the upkeep of a module that has come to its end. What that did for the page was done until now. */
  #succeed() {
    const [band] = this.#parts;
    const mount = this.#mount;
    if (mount[UPKEEP]) {
      mount[UPKEEP].end();
      const placeholder = band.querySelector(".placeholder");
      placeholder.replaceChildren(placeholder.lastChild);
    }
    mount[UPKEEP] = this;
    giveBack(this.#host, mount);
    this.#threads.observe(mount, { childList: true });
  }

  /** Ends all of it. */
  end() {
    this.#end?.abort();
    this.#end = undefined;
    clearTimeout(this.#waiting);
    this.#room.end();
    this.#height.end();
    this.#drawn.disconnect();
    this.#children.disconnect();
    this.#threads.disconnect();
    this.#mount[UPKEEP] = undefined;
    this.#boundary.remove();
    this.#probe.remove();
  }

  /**
   * Says how long `rem` is in our sheets: the font size of our own roots, which is the keyword `medium`, the reader's own default. A registered
   * property would do the same without a script, but shows in the styles of everything in the page.
   */
  #measure() {
    for (const part of [...this.#parts, this.#article]) {
      const size = getComputedStyle(part)?.fontSize;
      if (size && part.style.getPropertyValue("--_rem") !== size) part.style.setProperty("--_rem", size);
    }
  }

  /** Follows the page from light to dark. A ground of its own has who asks for one of the two, and who could not be read without. */
  #paint() {
    const asked = /^(?:light|dark)$/.test(this.#theme) && { scheme: this.#theme, own: true };
    const { scheme, own } = asked || schemeAt(this.#host, this.#probe) || {};
    if (!scheme) return;
    for (const { classList } of this.#parts) {
      classList.toggle("dark", scheme === "dark");
      classList.toggle("light", scheme === "light");
      classList.toggle("own", own);
    }
    // Most skins bring a ground.
    const style = getComputedStyle(this.#mount);
    const ground = style.getPropertyValue("--article-widget-background") || style.getPropertyValue("--_skin-background");
    if (!asked && ground !== "transparent") this.#mount.classList.remove("own");
    if (!this.#isArticleWanted) return;
    const behind = (asked && schemeAt(this.#host, this.#probe)) || { scheme, own };
    this.#article.classList.toggle("article-widget-dark", behind.scheme === "dark");
    this.#article.classList.toggle("article-widget-light", behind.scheme === "light");
    this.#article.classList.toggle("article-widget-plain", behind.own);
  }

  /** The sheet comes with what draws the article. */
  #dressArticle() {
    const text = this.#isArticleWanted && this.#look();
    if (text) adoptText(this.#article.getRootNode(), text);
  }

  #isInPlace() {
    return this.#article.parentNode === this.#host && this.#article.previousSibling === this.#boundary;
  }

  #isEmpty() {
    return !this.#article.querySelector(".article-body");
  }

  /** Puts the fetched article where it belongs, and takes out what a copy of the page brought along in its place. */
  #placeArticle() {
    const [host, article, boundary] = [this.#host, this.#article, this.#boundary];
    if (this.#isArticleWanted) {
      if (!this.#isInPlace()) {
        this.#height.keep();
        host.append(boundary, article);
      }
    } else {
      article.remove();
      boundary.remove();
      this.#room.giveUp();
    }
    const isEmpty = this.#isEmpty();
    if (isEmpty && this.#isDrawn && this.#isArticleWanted) {
      article.replaceChildren();
      this.#lost();
    }
    this.#isDrawn = !isEmpty;
    let stands = false;
    for (const other of host.querySelectorAll(`:scope > .${ARTICLE}`)) {
      if (other === article) continue;
      // Until there is another, the copy is better than nothing.
      if (this.#isArticleWanted && isEmpty) {
        stands = true;
        continue;
      }
      if (other.previousSibling?.data === BOUNDARY) other.previousSibling.remove();
      other.remove();
    }
    this.#parts[1].classList.toggle("spare", stands);
  }
}

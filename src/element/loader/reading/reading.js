// The aids of one widget: which article has which of them, as long as the page changes.

import { read } from "../attributes.js";
import { adoptText } from "../page/sheets.js";
import { Anchors, goToNamed, idIn } from "./anchors.js";
import { CONTENTS, Contents } from "./contents.js";
import { pressedByKey, tendEmbeds } from "./embeds.js";
import { Facts } from "./facts.js";
import { arrive, followLink, placeOf } from "./links.js";
import { Listings } from "./listings.js";
import { HOVERED, LOOKS } from "./looks.js";
import { pressed } from "./presses.js";
import { Regions } from "./regions.js";
import { Sections } from "./sections.js";
import { addSkip } from "./skip.js";
import { Tables } from "./tables.js";
import { wordsOf } from "./words.js";

/** A fetched article with so many sections, and so many letters in its text, has contents. */
const SECTIONS = 3;
const LETTERS = 3000;
/** A text in a script without spaces says as much in fewer. */
const DENSE = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/g;
const DENSE_WEIGHT = 3;
/** Who asks for contents has them where there is something to choose. */
const ASKED = 2;
/** A page that undoes what is done is not followed for ever in one turn: after so many changes with less than `PAUSE` milliseconds between. */
const MOST = 10;
const PAUSE = 500;

export class Reading {
  #host;
  #sections = new Sections();
  #anchors = new Anchors();
  #contents = new Contents();
  #listings = new Listings();
  #regions = new Regions();
  #tables = new Tables();
  #facts;
  #article = null;
  /** The article, or the drawing of it, in which the reader was led to what the page's address names. */
  #arrived;
  /** The root on which both sheets are. */
  #worn;
  #last = 0;
  #quick = 0;
  #waiting;
  /** The next frame, in which an article gets its aids that is still being drawn. */
  #frame;
  #changes = new MutationObserver(() => this.#follow());

  constructor(host) {
    this.#host = host;
    this.#facts = new Facts(host);
    this.#changes.observe(host, { childList: true, subtree: true, characterData: true, attributeFilter: ["value", "aria-busy"] });
    // Before anything in the page takes the press of an aid for its own; of a link in the text the page is asked first.
    host.addEventListener("click", (event) => pressed(host, event), true);
    host.addEventListener("click", followLink);
    host.addEventListener("keydown", pressedByKey);
  }

  #follow() {
    if (this.#waiting) return;
    const since = Date.now() - this.#last;
    if (this.#quick > MOST && since < PAUSE) {
      this.#waiting = setTimeout(() => this.renew(), PAUSE - since);
    } else {
      this.renew();
    }
  }

  /** Looks what there is and what is wanted, and gives every article what it lacks. */
  renew() {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    const host = this.#host;
    const fetched = host.querySelector(":scope > .article-widget-article");
    const asked = ` ${read(host, "enhance") ?? ""} `.toLowerCase().replace(/\s+/g, " ");
    const article = fetched?.querySelector(".article-body") ? fetched : read(host, "src") ? null : ownArticle(host);
    if (article !== this.#article) this.#end();
    this.#article = article;
    this.#facts.follow(fetched);
    // A long article is drawn bit by bit. What has come gets its aids before the page is laid out with it: when the article is whole, to
    // give them to all of it would take long.
    const isWhole = article && !article.querySelector(".article-body[aria-busy]");
    cancelAnimationFrame(this.#frame);
    if (isWhole) this.#tend(article, article === fetched, asked, true);
    else if (article && article === fetched) this.#frame = requestAnimationFrame(() => this.#begin(article, asked));
    if (article && article === fetched) this.#arrive(article, isWhole);
    // What has been done here is nothing to follow.
    if (!this.#changes.takeRecords()[0]) return;
    this.#quick = Date.now() - this.#last < PAUSE ? this.#quick + 1 : 0;
    this.#last = Date.now();
  }

  /** Gives what has come of an article its aids. */
  #begin(article, asked) {
    this.#tend(article, true, asked, false);
    this.#changes.takeRecords();
  }

  #tend(article, isFetched, asked, isWhole) {
    const wantsAnchors = isFetched || asked.indexOf(" anchors ") >= 0;
    const wantsContents = isFetched || asked.indexOf(" toc ") >= 0;
    const wantsSections = wantsAnchors || wantsContents;
    const words = wordsOf(this.#host);
    if (wantsSections) this.#wear(article, isWhole);
    // The work of each bit does not grow with what has come before it.
    const grows = !isWhole && !!article.querySelector(`.${CONTENTS}`);
    const sections = wantsSections ? this.#sections.of(article, grows) : this.#sections.end();
    this.#anchors.follow(article, wantsAnchors ? sections : [], words, grows);
    if (!grows) {
      const isLong = isFetched ? sections.length >= SECTIONS && length(article) >= LETTERS && !hasContents(article) : sections.length >= ASKED;
      this.#contents.follow(article, wantsContents && isLong ? sections : [], words, isWhole);
    }
    if (isFetched) {
      tendEmbeds(article);
      addSkip(article, words);
      this.#listings.follow(article, words);
      this.#regions.follow(article);
      this.#tables.follow(article, words);
    }
    if (isFetched || this.#arrived || !sections[0]) return;
    this.#arrived = article;
    goToNamed(article);
  }

  /** Puts the sheets of the aids on the article's root; the second one when the last bit has been drawn. */
  #wear(article, isWhole) {
    const root = article.getRootNode();
    adoptText(root, LOOKS);
    if (!isWhole) return;
    const adopt = () => adoptText(root, HOVERED);
    if (this.#worn === root) return adopt();
    this.#worn = root;
    setTimeout(adopt, PAUSE);
  }

  /** Goes in a fetched article, each time that it is drawn anew, to where the page's address leads. */
  #arrive(article, isWhole) {
    const text = article.querySelector(".article-body");
    if (text === this.#arrived) return;
    const place = placeOf(article);
    if (!place && !isWhole) return;
    this.#arrived = text;
    // What is drawn now has its place after this turn.
    if (place) setTimeout(() => arrive(place));
  }

  #end() {
    if (!this.#article) return;
    this.#anchors.end(this.#article);
    this.#contents.end(this.#article);
    this.#sections.end();
    this.#tables.end();
  }
}

/** The page's own article: the one in the default slot, or what stands there in its place. */
function ownArticle(host) {
  const own = host.querySelector("article:not(.article-widget-article, article-widget article-widget article)");
  if (own) return own;
  for (const child of host.children) if (!child.slot && child.querySelector("h2,h3,h4")) return child;
  return null;
}

/** How much there is to read, in letters of a script with spaces. */
function length(article) {
  const text = article.querySelector(".article-body").textContent;
  return text.length + (text.match(DENSE)?.length ?? 0) * (DENSE_WEIGHT - 1);
}

/** Whether the article brings a list of its sections along. */
function hasContents(article) {
  const [list] = article.querySelectorAll(".article-body :is(ul, ol)");
  let inside = 0;
  for (const link of list?.querySelectorAll("a[href*='#']") ?? []) {
    if (article.querySelector(`:is(h2,h3,h4)[id="${CSS.escape(idIn(link))}"]`)) inside += 1;
  }
  return inside >= SECTIONS;
}

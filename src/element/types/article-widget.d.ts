/**
 * The article widget's public contract, as types: elements, attributes, methods, events.
 * A tag in the markup of React, Preact, Vue or Svelte has its types from `article-widget/react` and so on.
 */

/** The attributes of `<article-widget>`; each is also read as `data-…`. */
export interface ArticleWidgetAttributes {
  /** The discussion's identity on this origin. Default: the page's canonical address, else its own. */
  thread?: string;
  /** Other identities of the same discussion, separated by spaces. */
  aliases?: string;
  /** The address of an article that is fetched and shown: HTML, Markdown, JSON Feed, WordPress, Atom or RSS. */
  src?: string;
  /** The address of a published thread file, shown together with the reader's own comments. */
  comments?: string;
  /** What the page's own article gets: contents, links to its headings. */
  enhance?: "toc" | "anchors" | "toc anchors" | "anchors toc" | "";
  theme?: "auto" | "light" | "dark";
  skin?: "plain" | "paper" | "contrast" | "terminal";
  /** A language tag. */
  lang?: string;
  /** The id of a `<script type="application/json">` with the page's own messages. */
  strings?: string;
  loading?: "lazy" | "eager";
  "header-ad"?: "auto" | "placeholder" | "none";
  sort?: "oldest" | "newest" | "top";
  form?: "top" | "bottom";
  /** `none`: texts stand as they were typed. */
  formatting?: "none";
  /** `none`: without reactions. */
  reactions?: "none";
  /** Without forms and buttons that change something. */
  readonly?: boolean | "";
  storage?: "browser" | "session" | "none";
  /** A `mailto:` address for "Send to the author". */
  contact?: string;
  /** How deep replies are set in, 1 to 10. */
  "max-depth"?: number | `${number}`;
}

/** The attributes of `<article-widget-count>`. */
export type ArticleWidgetCountAttributes = Pick<ArticleWidgetAttributes, "thread" | "aliases" | "comments">;

/** What a file is for: `backup` holds everything, `publication` what others may see. */
export type ArticleWidgetFileKind = "backup" | "publication";

/** Why a line of a file is not taken. */
export type ArticleWidgetRefusalReason =
  | "not-json" | "too-deep" | "unknown-line" | "no-thread" | "wrong-kind" | "damaged" | "unreadable" | "too-long"
  | "unknown-key" | "other-thread" | "other-words" | "erased" | "deleted" | "beyond-reason" | "only-ones-own" | "would-take-away";

/** What a file would bring; nothing is written before `commit()`. */
export interface ArticleWidgetImport {
  readonly kind: ArticleWidgetFileKind;
  /** `false` if the file is cut off or was changed. */
  readonly whole: boolean;
  readonly new: number;
  readonly already: number;
  /** What finds no room. */
  readonly overRoom: number;
  readonly refused: readonly { readonly line: number; readonly reason: ArticleWidgetRefusalReason }[];
  /** Writes it; once. */
  commit(): Promise<{ readonly written: number; readonly leftOut: number }>;
}

/** What a widget can do, be it an `<article-widget>` or a `<div data-article-widget>`. */
export interface ArticleWidget {
  /** Resolves to the element when the thread has been read. */
  readonly ready: Promise<this>;
  /** How many comments are shown; 0 before `ready`. */
  readonly count: number;
  exportThread(options?: { kind?: ArticleWidgetFileKind }): Promise<string>;
  exportAll(options?: { kind?: ArticleWidgetFileKind }): Promise<string>;
  importThread(text: string): Promise<ArticleWidgetImport>;
  focusForm(): Promise<void>;
  reload(): Promise<void>;
  /** Deletes everything of this discussion for good. */
  clear(): Promise<void>;
}

/** The element `<article-widget>`. */
export interface ArticleWidgetElement extends HTMLElement, ArticleWidget {}

/** A `<div data-article-widget>` once the loader has found it. */
export interface ArticleWidgetDivElement extends HTMLDivElement, ArticleWidget {}

/** The element `<article-widget-count>`. */
export interface ArticleWidgetCountElement extends HTMLElement {}

/** The events, each on the widget's element, bubbling and composed. `article-widget:reaction` is reserved. */
export interface ArticleWidgetEventMap {
  "article-widget:ready": CustomEvent<{ thread: string; count: number }>;
  /** `at` is in milliseconds since 1970, here and below. */
  "article-widget:comment-posted": CustomEvent<{
    thread: string; id: string; parent: string | null; name: string | null; body: string; at: number;
  }>;
  "article-widget:comment-edited": CustomEvent<{ thread: string; id: string; body: string; at: number }>;
  "article-widget:comment-deleted": CustomEvent<{ thread: string; id: string }>;
  "article-widget:comment-restored": CustomEvent<{ thread: string; id: string }>;
  "article-widget:comment-erased": CustomEvent<{ thread: string; id: string }>;
  /** `id` is `null` where it is about the article; `reaction` is the sign itself. */
  "article-widget:reaction": CustomEvent<{ thread: string; id: string | null; reaction: string; removed: boolean }>;
  /** `kept` where there is one copy only. */
  "article-widget:saved": CustomEvent<{ thread: string; id: string; state: "saved" | "kept" }>;
  "article-widget:storage-warning": CustomEvent<{
    thread: string; reason: "blocked" | "full" | "nearly-full" | "unreadable" | "occupied" | "at-risk";
  }>;
  "article-widget:error": CustomEvent<{ code: "module" | "article" | "comments" | "strings"; message: string }>;
  "article-widget:ad-visible": CustomEvent<{ width: number; height: number }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "article-widget": ArticleWidgetElement;
    "article-widget-count": ArticleWidgetCountElement;
  }
  /** Of elements, documents and windows. */
  interface GlobalEventHandlersEventMap extends ArticleWidgetEventMap {}
}

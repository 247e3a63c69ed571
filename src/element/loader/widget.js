// One widget: what it puts into its host, and when its module is fetched, mounted and taken away.

import { read, watchAttributes } from "./attributes.js";
import { makeBand } from "./band.js";
import { make } from "./make.js";
import { isRefused, load, onEnd } from "./module.js";
import { fetchPart } from "./network.js";
import { dress } from "./sheet.js";

/** How far below the view the thread may be when its module is fetched. */
const NEAR = "800px";
/** Milliseconds out of the document until a widget is unmounted: moving takes none. */
const LEAVE_AFTER = 1000;
const FAILED = "The comments could not be loaded.";
const ENDED = "The comments stopped working.";
const REFUSED = "The comments need WebAssembly, which is not allowed here.";

/** Those in the document, and those that have just left it, by number; without `Set`, for old libraries have put their own in its place. */
const widgets = { __proto__: null };
let made = 0;

/** Makes an element a widget, and gives what it can do; the host's shadow root must be free. */
export function makeWidget(host) {
  const mount = make("div", { className: "mount", tabIndex: -1 });
  const place = make("div", { className: "place", tabIndex: -1 });
  const [band, showBand] = makeBand(host);
  const root = host.attachShadow({ mode: "open" });
  root.append(make("div", { className: "all" }, band, place, make("slot"), mount));
  const near = new IntersectionObserver((records) => {
    for (const { isIntersecting } of records) if (isIntersecting) start();
  }, { rootMargin: NEAR });
  const number = made++;
  let handle;
  let loading;
  let leaving;
  /** Whether there is, or was, an article that is helped with. */
  let helps;
  /** The document it was in last. */
  let home;
  watchAttributes(host, () => host.isConnected && connect());

  /** The host is in the page, or has changed there. */
  function connect() {
    const src = read(host, "src");
    clearTimeout(leaving);
    // Whatever is in a frame that is taken out loses its listeners.
    if (!home?.defaultView) leave();
    home = host.ownerDocument;
    if (!home.defaultView) return leave();
    widgets[number] = widget;
    dress(root);
    handle?.configure();
    showBand();
    if ((helps ||= src || read(host, "enhance"))) fetchPart("reading").then((part) => part.follow(host), () => {});
    if (loading) return;
    wait();
    // The thread waits below the view, so that the article pushes nothing in it; a copy of the page has brought one.
    if (src && !host.querySelector(":scope>.article-widget-article")) place.append(make("div", { className: "reserve" }));
    if (src || read(host, "loading") === "eager") start();
    else near.observe(mount);
    follow();
  }

  /**
   * Goes to the comments where the page's address names them: a fragment does not reach into a shadow root. The module, once it is here,
   * leads to a single comment.
   */
  function follow() {
    const [named, id] = /^#comment(-\w{22}$)?/.exec(location.hash) ?? [];
    if (!named || (id && handle)) return;
    if (id) start();
    mount.scrollIntoView();
  }

  /** The host has left the page, perhaps only to come back elsewhere. */
  function disconnect() {
    leaving = setTimeout(leave, LEAVE_AFTER);
  }

  function leave() {
    delete widgets[number];
    near.disconnect();
    handle?.unmount();
    handle = loading = null;
  }

  /** Fetches and mounts the module, unless it is here or on its way. */
  function start() {
    near.disconnect();
    // What draws what the host names.
    const parts = read(host, "src") ? ["article"] : [];
    if (read(host, "comments")) for (const name of ["engine", "published"]) parts[parts.length] = name;
    return (loading ??= load(parts).then(begin).catch(fail));
  }

  function begin(glue) {
    // Whoever left and came back meanwhile has been here twice.
    if (handle) return;
    if (!host.isConnected) return (loading = null);
    // This may stand in for one that has just left, and shall find what was being written there.
    for (const other in widgets) widgets[other].leaveIfGone();
    fill();
    handle = glue.mount(host, mount, place, band);
  }

  /** There is no module, or none any more. Who has left does not mind. */
  function fail(error) {
    if (!loading) return;
    console.error("article-widget:", error);
    const message = isRefused(error) ? REFUSED : handle ? ENDED : FAILED;
    handle = loading = null;
    host.dispatchEvent(new CustomEvent("article-widget:error", { bubbles: true, composed: true, detail: { code: "module", message } }));
    wait(message);
  }

  /** Fills the thread's place without the module; with what went wrong, if anything did. */
  function wait(trouble = "") {
    const press = () => {
      button.textContent = "Loading…";
      start();
    };
    const button = make("button", { textContent: trouble ? "Retry" : "Comments", onclick: press, onfocus: trouble ? null : press });
    place.replaceChildren();
    fill(make("div", { className: "waiting", role: trouble && "alert" }, trouble, trouble === REFUSED ? "" : button));
  }

  /** Replaces what is in the thread's place, and keeps the focus. */
  function fill(content = "") {
    const focused = mount.matches(":focus-within");
    mount.replaceChildren(content);
    if (focused) (mount.querySelector("button") ?? mount).focus();
  }

  const widget = {
    connect,
    disconnect,
    fail,
    follow,
    /** Ends a widget that is out of the document. */
    leaveIfGone: () => host.isConnected || leave(),
    /** Resolves to the host when its thread has been read. */
    ready: new Promise((resolve) => host.addEventListener("article-widget:ready", () => resolve(host))),
    /** How many comments are shown. */
    count: () => handle?.count ?? 0,
    /** Calls a method of the module's, which waits for the thread. */
    call: async (name, argument) => {
      await start();
      return handle[name](argument);
    },
  };
  return widget;
}

addEventListener("hashchange", () => {
  for (const number in widgets) widgets[number].follow();
});
onEnd((error) => {
  for (const number in widgets) widgets[number].fail(error);
});

// What the widget says in an article: in the page's own words, where `strings` has them (see `browser/page_messages.rs`), or in English.

import { read } from "../attributes.js";

/** Of each host, the text that was read last and what it says. */
const known = new WeakMap();

/** Gives a message by its key and its English; `mark` marks an element with the language that a message is in. */
export function wordsOf(host) {
  const own = messagesOf(host);
  const isOwn = (key) => typeof own[key] === "string";
  const words = (key, english) => (isOwn(key) ? own[key] : english);
  words.mark = (element, key) => {
    element.lang = isOwn(key) ? languageOf(host) : "en";
    if (isOwn(key)) element.dir = "auto";
    return element;
  };
  return words;
}

function messagesOf(host) {
  const id = read(host, "strings")?.trim();
  if (!id) return {};
  const find = (root) => root.querySelector?.(`script[type='application/json'][id="${CSS.escape(id)}"]`);
  const text = (find(host.getRootNode()) ?? find(host.ownerDocument))?.textContent ?? "";
  const [before, messages] = known.get(host) ?? [];
  if (before === text) return messages;
  let fresh;
  try {
    fresh = JSON.parse(text);
  } catch {
    // The module tells the page's developers.
  }
  if (!fresh || typeof fresh !== "object") fresh = {};
  known.set(host, [text, fresh]);
  return fresh;
}

function languageOf(host) {
  return host.dataset.lang ?? host.closest("[lang]")?.lang ?? "";
}

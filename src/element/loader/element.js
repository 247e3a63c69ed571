// What scripts of the page see on a widget's element, and the element itself: its class cannot be written in Rust.

import { makeWidget } from "./widget.js";

const widgets = new WeakMap();

/** The widget of an element, made when it is first asked for. */
function widgetOf(element) {
  if (!widgets.has(element)) widgets.set(element, makeWidget(element));
  return widgets.get(element);
}

/** The properties and methods of an element that is a widget. */
const api = {
  ready: { get() { return widgetOf(this).ready; } },
  count: { get() { return widgetOf(this).count(); } },
};
for (const name of ["exportThread", "exportAll", "importThread", "focusForm", "reload", "clear"]) {
  api[name] = { value(argument) { return widgetOf(this).call(name, argument); } };
}

/** Makes a `<div>` in the page a widget, brings it back to the page, or lets it go. */
export function follow(div) {
  if (!div.isConnected) return widgets.get(div)?.disconnect();
  try {
    // A root that the page was rendered with is emptied and used.
    widgetOf(div);
  } catch {
    // Somebody else's stays.
    return;
  }
  Object.defineProperties(div, api);
  widgetOf(div).connect();
}

export class ArticleWidget extends HTMLElement {
  connectedCallback() {
    widgetOf(this).connect();
  }

  disconnectedCallback() {
    widgetOf(this).disconnect();
  }
}
Object.defineProperties(ArticleWidget.prototype, api);

// What scripts of the page see on a widget's element, and the element itself: its class cannot be written in Rust.

import { Widget } from "./widget.js";

const widgets = new WeakMap();

/** The properties and methods of an element that is a widget. */
const api = {
  ready: { get() { return widgets.get(this).ready; } },
  count: { get() { return widgets.get(this).count; } },
};
for (const name of ["exportThread", "exportAll", "importThread", "focusForm", "reload", "clear"]) {
  api[name] = { value(argument) { return widgets.get(this).call(name, argument); } };
}

/** Makes a `<div>` a widget, or brings it back to the page. */
export function upgrade(div) {
  if (!widgets.has(div)) {
    // Another copy's already.
    if (div.shadowRoot) return;
    widgets.set(div, new Widget(div));
    Object.defineProperties(div, api);
  }
  widgets.get(div).connect();
}

/** The widget of an element, if it is one. */
export const widgetOf = (element) => widgets.get(element);

export class ArticleWidget extends HTMLElement {
  static {
    Object.defineProperties(this.prototype, api);
  }

  constructor() {
    super();
    widgets.set(this, new Widget(this));
  }

  connectedCallback() {
    widgets.get(this).connect();
  }

  disconnectedCallback() {
    widgets.get(this).disconnect();
  }
}

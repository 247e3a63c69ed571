import { h } from "preact";
import { useState } from "preact/hooks";
import { widget } from "./widget.js";

export function App(props) {
  const [count, setCount] = useState(0);
  const more = h("button", { id: "more", onClick: () => setCount(count + 1) }, `More: ${count}`);
  return h("main", null, more, widget(h, props, count));
}

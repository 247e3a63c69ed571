import { createElement, useState } from "react";
import { widget } from "./widget.js";

export function App(props) {
  const [count, setCount] = useState(0);
  const more = createElement("button", { id: "more", onClick: () => setCount(count + 1) }, `More: ${count}`);
  return createElement("main", null, more, widget(createElement, props, count));
}

import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { App } from "./preact.app.js";

export const render = (props) => renderToString(h(App, props));

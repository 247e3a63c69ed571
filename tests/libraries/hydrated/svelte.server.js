import { render as renderToHtml } from "svelte/server";
import App from "./App.server.js";

export const render = (props) => renderToHtml(App, { props }).body;

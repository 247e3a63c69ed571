import { renderToString } from "vue/server-renderer";
import { app } from "./vue.app.js";

export const render = (props) => renderToString(app(props));

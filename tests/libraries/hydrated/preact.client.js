import { h, hydrate, render } from "preact";
import { App } from "./preact.app.js";

window.hydrate = () => {
  const place = document.querySelector("#root");
  window.troubles = [];
  hydrate(h(App, { ...place.dataset }), place);
  window.unmount = () => render(null, place);
};

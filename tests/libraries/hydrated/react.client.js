import { createElement } from "react";
import { hydrateRoot } from "react-dom/client";
import { App } from "./react.app.js";

window.hydrate = () => {
  const place = document.querySelector("#root");
  window.troubles = [];
  const told = (error) => troubles.push(String(error));
  const root = hydrateRoot(place, createElement(App, { ...place.dataset }), { onRecoverableError: told, onUncaughtError: told });
  window.unmount = () => root.unmount();
};

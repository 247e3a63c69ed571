import { hydrate, unmount } from "svelte";
import App from "./App.client.js";

window.hydrate = () => {
  const target = document.querySelector("#root");
  window.troubles = [];
  const app = hydrate(App, { target, props: { ...target.dataset }, recover: false });
  window.unmount = () => unmount(app);
};

import { app } from "./vue.app.js";

window.hydrate = () => {
  const place = document.querySelector("#root");
  window.troubles = [];
  const running = app({ ...place.dataset });
  running.config.warnHandler = running.config.errorHandler = (trouble) => troubles.push(String(trouble));
  const { error } = console;
  // In production its one word about a mismatch goes to the console.
  console.error = (...given) => { troubles.push(given.join(" ")); error(...given); };
  running.mount(place);
  console.error = error;
  window.unmount = () => running.unmount();
};

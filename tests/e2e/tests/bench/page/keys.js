// Puts a text into a field, opens its preview, and notes how long each key takes from then on.
const [selector, text, done] = arguments;
const root = () => document.querySelector("article-widget").shadowRoot;
const found = (name) => document.querySelector(name) ?? root().querySelector(name);
const until = async (look) => {
  for (;;) {
    const seen = look();
    if (seen) return seen;
    await new Promise((go) => setTimeout(go, 20));
  }
};
(async () => {
  await document.querySelector("article-widget").ready;
  const field = await until(() => found(selector));
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  if (selector !== "#bare") {
    (await until(() => found("[data-action=preview]"))).click();
    await until(() => found(".preview > :not(.preview-empty)"));
  }
  field.setSelectionRange(text.length, text.length);
  await new Promise((go) => setTimeout(go, 1500));
  window.keys = [];
  // A message that is sent while a key is followed is heard when the page is free again, and before it draws.
  const channel = new MessageChannel();
  let pressed = 0;
  channel.port1.onmessage = () => keys.push(performance.now() - pressed);
  addEventListener("keydown", (event) => { pressed = event.timeStamp; }, { capture: true });
  field.addEventListener("input", () => channel.port2.postMessage(0));
})().then(() => done(true), (error) => done(String(error)));

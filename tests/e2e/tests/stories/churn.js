// Opens and closes the widget, clones what is around it and takes out what it has added, so many times.
const [times, done] = arguments;
const pause = (millis) => new Promise((go) => setTimeout(go, millis));
const main = () => document.querySelector("main");
const widget = () => document.querySelector("article-widget");
/** A thread is taken down some time after its element has left the page. */
const isDown = (left) => !left.shadowRoot.querySelector(".thread");

async function round(gone) {
  widget().style.display = "none";
  await pause(0);
  widget().style.display = "";
  const { parentNode } = widget(), opened = widget();
  opened.remove();
  await pause(0);
  parentNode.append(opened);
  gone.push(opened);
  main().replaceWith(main().cloneNode(true));
  await widget().ready;
  widget().replaceChildren();
  await pause(0);
}

(async () => {
  for (let turn = 0; turn < times;) {
    const gone = [];
    for (const end = Math.min(times, turn + 20); turn < end; turn++) await round(gone);
    do {
      letPass();
      await pause(20);
    } while (!gone.every(isDown));
  }
})().then(() => done(true), (error) => done(String(error)));

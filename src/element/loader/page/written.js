// What was being written when a module came to its end: the reader can copy it, and the next module goes on with it.

const WRITTEN = "__article_widget_written";
/** Milliseconds from when a thread is there until what was kept of it is in its boxes: other pages are asked first whether it is theirs. */
const KEPT_COMES = 2000;
const LABEL = "What you were writing";

/** Shows the boxes of a thread that somebody has written in where it is said that there is no thread any more. */
export function keepWritten(mount, thread) {
  const said = mount.querySelector(".waiting");
  if (!said) return;
  const boxes = (mount[WRITTEN] = []);
  for (const box of thread.querySelectorAll("textarea")) {
    if (!box.value.trim()) continue;
    box.readOnly = true;
    box.ariaLabel = LABEL;
    boxes[boxes.length] = box;
  }
  said.append(...boxes);
}

/** Puts it into the boxes of another module as soon as they are there; for what has none it stays as it is. */
export function giveBack(host, mount) {
  const boxes = mount[WRITTEN] ?? [];
  mount[WRITTEN] = undefined;
  const give = () => {
    for (const box of boxes) {
      const field = mount.querySelector(`#${box.id}`);
      // What was kept of it is older.
      if (field && box.value.startsWith(field.value)) {
        field.value = box.value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      } else {
        mount.append(box);
      }
    }
  };
  host.addEventListener("article-widget:ready", () => setTimeout(give, KEPT_COMES), { once: true });
}

// What was being written when a module came to its end: the reader can copy it, and the next module goes on with it.

const WRITTEN = "__article_widget_written";
/** Milliseconds from when a thread is there until its drafts are in its composers: other pages are asked first whether a draft is theirs. */
const KEPT_COMES = 2000;
const LABEL = "What you were writing";

/** Shows the text fields of a thread that somebody has written in where it is said that there is no thread any more. */
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

/** Puts each text into the same composer of the next module as soon as it is there; one that finds no composer is shown below the thread. */
export function giveBack(host, mount) {
  const boxes = mount[WRITTEN] ?? [];
  mount[WRITTEN] = undefined;
  const give = () => {
    for (const box of boxes) {
      const field = mount.querySelector(`#${box.id}`);
      // What the composer was filled with is an older draft of the same text.
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

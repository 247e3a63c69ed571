// Logs every event of the widget, and calls every method.

const EVENTS = [
  "ready", "comment-posted", "comment-edited", "comment-deleted", "comment-restored", "comment-erased", "reaction", "saved",
  "storage-warning", "error", "ad-visible",
];

const log = document.getElementById("log");
const widget = document.querySelector("article-widget");

function write(what, value) {
  const line = document.createElement("li");
  line.textContent = `${what} ${JSON.stringify(value)}`;
  log.append(line);
}

// They bubble: one listener hears all widgets of the page.
for (const name of EVENTS) {
  document.addEventListener(`article-widget:${name}`, (event) => write(name, event.detail));
}

let exported = "";

const methods = {
  count: () => widget.count,
  focusForm: () => widget.focusForm(),
  async exportThread() {
    exported = await widget.exportThread({ kind: "publication" });
    return `${exported.length} characters`;
  },
  async exportAll() {
    exported = await widget.exportAll({ kind: "backup" });
    return `${exported.length} characters`;
  },
  async importThread() {
    const found = await widget.importThread(exported);
    const { kind, whole, already, overRoom, refused } = found;
    write("importThread would bring", { kind, whole, new: found.new, already, overRoom, refused });
    return found.commit();
  },
  reload: () => widget.reload(),
  clear: () => widget.clear(),
};

for (const button of document.querySelectorAll("#methods button")) {
  const name = button.dataset.method;
  button.addEventListener("click", async () => {
    try {
      write(`${name} →`, (await methods[name]()) ?? "done");
    } catch (error) {
      write(`${name} ✗`, error.message);
    }
  });
}

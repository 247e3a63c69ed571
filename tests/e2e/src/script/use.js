// A reader posts a comment, then begins to reply to it and to write another.
const [first, reply, other, done] = arguments;
const widgets = Array.from(document.querySelectorAll("article-widget, div[data-article-widget]"));
// Clones may stand before the one that the reader has begun to write in.
const { shadowRoot: root } = widgets.find((each) => each.e2eMark) ?? widgets[0];
const until = async (look) => {
  for (let left = 1000; left; left--) {
    const found = look();
    if (found) return found;
    await new Promise((go) => setTimeout(go, 10));
  }
  throw new Error(`waited in vain for ${look}`);
};
const write = (field, text) => {
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType: "insertText", data: text }));
};
(async () => {
  if (first) {
    write(await until(() => root.querySelector("form[data-form=new] textarea")), first);
    root.querySelector("form[data-form=new] button[type=submit]").click();
  }
  if (reply) {
    (await until(() => root.querySelector("li.comment button[data-action=reply]"))).click();
    write(await until(() => root.querySelector("form[data-form=reply] textarea")), reply);
  }
  if (other) write(root.querySelector("form[data-form=new] textarea"), other);
})().then(() => done(""), (error) => done(String(error)));

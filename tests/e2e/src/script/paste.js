const [selector, text] = rest;
const field = root.querySelector(selector);
field.focus();
field.select();
document.execCommand("insertText", false, text);
const normal = field.nodeName === "TEXTAREA" ? text.replace(/\r\n?/g, "\n") : text.replace(/[\r\n]/g, "");
if (field.value !== normal) {
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType: "insertFromPaste", data: text }));
}

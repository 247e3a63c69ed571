// Everything in the thread that a reader could not see, read or press. `colours.js` stands before it.
const visible = [".heading", ".comment-name", ".comment-body p", "time", "textarea", "input[name=name]", "button[type=submit]", "button[data-action=reply]", "button[data-action=cancel]", "label", ".where"];
const complaints = [];
for (const selector of visible) {
  const node = root.querySelector(selector);
  if (!node) {
    complaints.push(`${selector}: not there`);
    continue;
  }
  const style = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  const say = (what) => complaints.push(`${selector}: ${what}`);
  if (style.visibility !== "visible" || style.display === "none" || box.width < 8 || box.height < 8) say(`not visible (${style.display}, ${box.width}×${box.height})`);
  if (box.right < 0 || box.left > innerWidth) say(`outside the page at ${box.left}`);
  const size = parseFloat(style.fontSize);
  if (size < 12 || size > 40) say(`type of ${style.fontSize}`);
  if (opacityOf(node) < 0.6) say(`opacity ${opacityOf(node)}`);
  const [red, green, blue] = rgba(style.color);
  if (red === 255 && green === 0 && blue === 0) say("red");
  const contrast = contrastOf(node);
  if (contrast < 4.5) say(`contrast ${contrast.toFixed(2)}`);
}
return complaints;

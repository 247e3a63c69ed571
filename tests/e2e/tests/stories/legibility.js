// Everything in the thread that a reader could not see, read or press.
const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const rgb = (colour) => {
  // A canvas reads every notation of a colour that the engine itself writes.
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
};
const luminance = ([red, green, blue]) => 0.2126 * channel(red / 255) + 0.7152 * channel(green / 255) + 0.0722 * channel(blue / 255);
const parent = (node) => node.assignedSlot || node.parentElement || (node.getRootNode().host ?? null);
const behind = (node) => {
  for (let at = node; at; at = parent(at)) {
    const colour = rgb(getComputedStyle(at).backgroundColor);
    if (colour[3] === 255) return colour;
  }
  return [255, 255, 255, 255];
};
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
  if (size < 11 || size > 40) say(`type of ${style.fontSize}`);
  let opacity = 1;
  for (let at = node; at; at = parent(at)) opacity *= Number(getComputedStyle(at).opacity);
  if (opacity < 0.6) say(`opacity ${opacity}`);
  const ink = rgb(style.color);
  if (ink[0] === 255 && ink[1] === 0 && ink[2] === 0) say("red");
  const [light, dark] = [luminance(ink), luminance(behind(node))].sort((a, b) => b - a);
  if ((light + 0.05) / (dark + 0.05) < 4.5) say(`contrast ${((light + 0.05) / (dark + 0.05)).toFixed(2)}`);
}
return complaints;

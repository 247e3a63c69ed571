// What colour a text has and what is really behind it, through shadow roots and slots down to the canvas.
const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const known = new Map();
/** Red, green, blue up to 255, and opacity up to 1. A canvas reads every notation of a colour that the engine itself writes. */
const rgba = (colour) => {
  if (!known.has(colour)) {
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
    known.set(colour, [red, green, blue, alpha / 255]);
  }
  return known.get(colour);
};
const parent = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;
const over = ([red, green, blue, alpha], below, opacity = 1) =>
  [red, green, blue].map((value, at) => value * alpha * opacity + below[at] * (1 - alpha * opacity));
/** What the browser paints behind a page that has no ground of its own. */
const canvasOf = (page) => {
  const schemes = page.defaultView.getComputedStyle(page.documentElement).colorScheme.split(" ");
  const dark = schemes.includes("dark") && (!schemes.includes("light") || page.defaultView.matchMedia("(prefers-color-scheme: dark)").matches);
  const probe = document.createElement("i");
  // Pages may take everything from every element.
  for (const [name, value] of [["color-scheme", `only ${dark ? "dark" : "light"}`], ["background-color", "Canvas"]]) probe.style.setProperty(name, value, "important");
  document.documentElement.append(probe);
  const colour = rgba(getComputedStyle(probe).backgroundColor);
  probe.remove();
  return colour;
};
/** The ground of an element; pictures in it are not looked at. */
const groundOf = (element) => {
  const layers = [];
  for (let at = element; at; at = parent(at)) {
    layers.push(rgba(getComputedStyle(at).backgroundColor));
    if (layers.at(-1)[3] === 1) break;
  }
  return layers.reduceRight((below, layer) => over(layer, below), canvasOf(element.ownerDocument).slice(0, 3));
};
const opacityOf = (element) => {
  let opacity = 1;
  for (let at = element; at; at = parent(at)) opacity *= Number(getComputedStyle(at).opacity);
  return opacity;
};
const channel = (value) => (value <= 10.0164 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ([red, green, blue]) => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
/** The contrast of an element's text, or that of a pseudo-element, by the measure of WCAG. */
const contrastOf = (element, pseudo) => {
  const ground = groundOf(element);
  const ink = over(rgba(getComputedStyle(element, pseudo).color), ground, opacityOf(element));
  const [light, dark] = [luminance(ink), luminance(ground)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

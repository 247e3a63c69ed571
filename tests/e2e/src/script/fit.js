const mount = root.querySelector(".mount");
const edge = mount.getBoundingClientRect();
const found = mount.scrollWidth > mount.clientWidth ? [`it scrolls: ${mount.scrollWidth} px in ${mount.clientWidth}`] : [];
// What is for ears only is a pixel wide and clipped.
const heard = (element) => element.closest(".unseen") || getComputedStyle(element.closest(".in-reply") ?? element).clipPath !== "none";
for (const element of mount.querySelectorAll(":not(svg *)")) {
  const box = element.getBoundingClientRect();
  if (!box.width || !box.height || !element.checkVisibility() || heard(element)) continue;
  const name = `${element.tagName} ${element.getAttribute("class") ?? element.dataset.action ?? [...element.textContent].slice(0, 20).join("")}`;
  if (box.left < edge.left - 1 || box.right > edge.right + 1) found.push(`${name} leaves the widget by ${Math.max(edge.left - box.left, box.right - edge.right)} px`);
  if (element.matches("button, select, input, textarea, .where summary") && (box.height < 43.5 || box.width < 43.5)) found.push(`${name} is ${box.width} by ${box.height} px`);
}
return found;

let active = document.activeElement;
while (active && active.shadowRoot && active.shadowRoot.activeElement) active = active.shadowRoot.activeElement;
const around = (selector, member) => {
  const found = active && active.closest(selector);
  return found ? found.dataset[member] || "" : "";
};
return {
  element: active ? active.localName : "",
  name: active ? active.getAttribute("name") || "" : "",
  action: active ? active.dataset.action || "" : "",
  form: around("form", "form"),
  row: around("li.comment", "id"),
  text: active ? active.textContent.trim().slice(0, 80) : "",
};

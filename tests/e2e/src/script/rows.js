const lines = (node) => node.nodeName === "BR" ? "\n" : node.nodeType === Node.TEXT_NODE ? node.data : [...node.childNodes].map(lines).join("");
const text = (row, selector) => {
  const found = row.querySelector(selector);
  return found ? found.textContent.trim() : "";
};
return [...root.querySelectorAll("ol.comments > li.comment")].map((row) => {
  const body = row.querySelector(".comment-body[part=comment-body]");
  const paragraphs = body ? [...body.querySelectorAll("p")].map(lines) : [];
  return {
    id: row.dataset.id,
    depth: Number(row.dataset.depth),
    name: text(row, ".comment-name"),
    text: paragraphs.join("\n\n"),
    facts: text(row, ".comment-facts"),
    deleted: row.classList.contains("deleted"),
    actions: [...row.querySelectorAll(":is(.actions, .gone-actions) button[data-action]")].map((button) => button.dataset.action),
  };
});

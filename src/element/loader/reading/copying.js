// Putting a text on the reader's clipboard while a press is handled.

/** Whether it is there. Pages without a secure context have only the old way. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyAsOfOld(text);
  }
}

function copyAsOfOld(text) {
  let isThere = false;
  const give = (event) => {
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isThere = true;
  };
  addEventListener("copy", give, true);
  try {
    document.execCommand("copy");
  } catch {
    // The browser has no such command any more.
  }
  removeEventListener("copy", give, true);
  return isThere;
}

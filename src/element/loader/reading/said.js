// What is said aloud to those who do not see what an aid shows. It stands in the shadow root: an article has no other words than its own.

import { make } from "../make.js";
import { adoptText } from "../page/sheets.js";

const SAID = "said";
const CSS = `
.said{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`;

/** Says it politely. The same said twice is said twice. */
export function say(host, text) {
  const root = host.shadowRoot;
  adoptText(root, CSS);
  let status = root.querySelector(`.${SAID}`);
  if (!status) {
    status = make("div", { className: SAID });
    status.setAttribute("role", "status");
    root.firstElementChild.append(status);
  }
  status.textContent = "";
  // What stands in a region when it comes is not said.
  setTimeout(() => (status.textContent = text), 50);
}

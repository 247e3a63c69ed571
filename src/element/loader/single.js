// Where the module comes from in the single file: out of the script itself. The build puts this in the place of `network.js`.

// The build writes in the glue as a function that makes it anew.
import makeGlue from "./article-widget-app.js";
import * as band from "./article-widget-band.js";
import * as count from "./article-widget-count.js";
import * as reading from "./article-widget-reading.js";
import * as script from "./article-widget-script.js";
import { unpacked } from "./unpacked.js";
// The build writes the file's bytes in as base64.
import PACKED from "./article-widget-app_bg.wasm.gz";

const parts = { band, count, reading, script };

/** What not every page needs: `count` for `<article-widget-count>`, `band` for an ad, `script` for the script's own tag, `reading` for an article. */
export const fetchPart = async (name) => parts[name];

/** Unpacks the module and starts it; nothing is asked of the network. */
export async function fetchGlue() {
  const glue = makeGlue();
  await glue.default({ module_or_path: unpacked(PACKED) });
  return glue;
}

// Fetches the parts that the module is cut into: each at its first use, and again after a failure. The release names them.

import { guarded, inner } from "./guard.js";

/** What a part takes from the module: memory, table and globals. */
function shared() {
  const taken = {};
  for (const name in inner) if (typeof inner[name] !== "function") taken[name] = inner[name];
  return taken;
}

async function start(file) {
  const { ahead } = file;
  file.ahead = undefined;
  const response = await (ahead ?? file(file.cache));
  await WebAssembly.instantiate(await response.arrayBuffer(), { p: shared() });
}

/** A file's start, begun once; after a failure the browser asks the server, and not what it has kept. */
function started(file) {
  file.start ??= start(file).catch((error) => {
    file.start = undefined;
    file.cache = "reload";
    throw error;
  });
  return file.start;
}

/** The function by which the module asks for a part: `files` fetch what it consists of. The module is told whether all of it is there. */
export function part(...files) {
  const load = async (callback, data) => {
    let isHere = true;
    const starts = [];
    for (const file of files) {
      starts[starts.length] = started(file).catch((error) => {
        isHere = false;
        console.error("article-widget:", error);
      });
    }
    await Promise.all(starts);
    guarded(inner.__indirect_function_table.get(callback))(data, isHere);
  };
  /** Begins to fetch what the module will ask for, after the module itself. Whether that goes well is seen when it asks. */
  load.ahead = () => {
    for (const file of files) {
      if (file.start || file.ahead) continue;
      file.ahead = file(file.cache, "low");
      file.ahead.catch(() => {});
    }
  };
  return load;
}

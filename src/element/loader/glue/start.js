// Starts the module from the answer of a server.

/**
 * The module's instance. Of a server that does not know WebAssembly it has another type, and browsers then do not compile what they
 * are still receiving.
 */
export async function instance(answer, imports) {
  if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
  const isKnown = answer.headers.get("Content-Type") === "application/wasm";
  const started = isKnown ? WebAssembly.instantiateStreaming(answer, imports) : WebAssembly.instantiate(await answer.arrayBuffer(), imports);
  return (await started).instance;
}

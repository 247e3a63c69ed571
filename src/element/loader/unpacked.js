// WebAssembly that the single file carries in itself.

/** The answer of a network that is not asked, nor any address made up for the purpose: what was packed by gzip and written as base64. */
export function unpacked(text) {
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "Content-Type": "application/wasm" } });
}

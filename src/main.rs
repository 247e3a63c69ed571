//! What the wasm module exports; nothing else.

fn main() {}

//! What the wasm module exports; nothing else.

pub use article_widget::element::handle::{Handle, mount};

fn main() {}

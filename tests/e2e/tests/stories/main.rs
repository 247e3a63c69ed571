//! Readers' stories, told to the built pages in the browser that `cargo xtask test` names.

mod harness;

//! Readers' stories, told to the built pages in the browser that `cargo xtask test` names.

mod deleting;
mod editing;
mod harness;
mod limits;
mod posting;
mod replying;
mod second_tab;
mod two_widgets;

//! Readers' stories, told to the built pages in the browser that `cargo xtask test` names.

mod accessibility;
mod article;
mod blocked_storage;
mod deleting;
mod editing;
mod full_storage;
mod harness;
mod header_ad;
mod hostile_style;
mod hostile_text;
mod keyboard;
mod limits;
mod module_failure;
mod panel;
mod panel_files;
mod posting;
mod published;
mod replying;
mod second_tab;
mod strict_policy;
mod two_widgets;
mod unreadable;

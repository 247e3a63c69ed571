//! How a page embeds the widget. The element's class and the loading of this module are in `loader/`, because
//! a custom element's class cannot be written in Rust.

pub mod attributes;
pub mod count;
pub mod handle;
pub mod mount_pool;
pub mod style_sheets;
mod upkeep;

//! The article widget. Layers, each a folder that may use only the folders to its right:
//! `element ▸ root ▸ parts ▸ view ▸ browser ▸ widget ▸ app and manage ▸ port ▸ discussion ▸ replica ▸ store ▸ reader ▸ domain` (see ARCHITECTURE.md; `tests/architecture.rs` enforces it).

pub mod app;
pub mod browser;
pub mod discussion;
pub mod domain;
pub mod element;
pub mod manage;
pub mod parts;
pub mod port;
pub mod reader;
pub mod replica;
pub mod root;
pub mod store;
pub mod view;
pub mod widget;

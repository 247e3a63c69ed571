//! The example pages, each used by a reader in the browser that `cargo xtask examples` names, and photographed.

mod broken_globals;
mod frameworks;
mod gallery;
mod generators;
mod libraries;
mod pages;
mod single_file;
mod site;
mod strict_page;
mod style_sheets;
mod swapping_articles;
mod templates;
mod vite_dev;
mod wordpress;
mod yew_host;

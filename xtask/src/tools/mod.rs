//! The programs the commands need, each found or installed in the right version.

mod apt;
mod cache;
mod cargo_install;
mod crates;
mod esbuild;
mod geckodriver;
mod jekyll;
mod need;
mod npm_install;
mod page_script;
mod pip;
mod rust_src;
mod tool;
mod trunk;
mod wasm_bindgen;
mod wasm_opt;
mod wasm_target;

pub(crate) use apt::Apt;
pub(crate) use cache::folder as cache_folder;
pub(crate) use crates::ensure as ensure_crates;
pub(crate) use jekyll::jekyll;
pub(crate) use npm_install::package as npm_package;
pub(crate) use page_script::{axe, readability};
pub(crate) use pip::{pip, python};
pub(crate) use rust_src::{ensure as ensure_rust_src, folder as rust_src};
pub(crate) use tool::{Found, Tool};
pub(crate) use wasm_target::{ensure as ensure_wasm_target, is_installed as has_wasm_target};
pub(crate) use {
    esbuild::esbuild, geckodriver::geckodriver, trunk::trunk, wasm_bindgen::wasm_bindgen, wasm_opt::wasm_opt,
};
pub(crate) use {trunk::command as trunk_command, wasm_bindgen::test_runner};

//! Tests that need a browser's own storage and DOM; run by `cargo xtask test` in headless Chromium.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::expect_used, reason = "a test fails by panicking, its helpers too")]

mod article;
mod channel;
mod fake_network;
mod mirror;
mod mirror_support;
mod mirror_trouble;
mod mount_pool;
mod page_lifecycle;
mod peers;
mod published;
mod storage;
mod style_sheets;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

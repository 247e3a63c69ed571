//! Tests that need a browser's own storage and DOM; run by `cargo xtask test` in headless Chromium.

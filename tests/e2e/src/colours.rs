//! What a script needs to tell the contrast of a text on the open page.

/// Functions for a script to begin with, `contrastOf` among them.
pub const SCRIPT: &str = include_str!("script/colours.js");

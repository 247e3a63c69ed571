//! Reads the formatting of comments: CommonMark with the tables, strikethrough and task lists of GFM, and spoilers (`||…||`). Raw HTML
//! and pictures stay text as typed.

mod addresses;
mod building;
mod lines;
mod reading;
mod reading_tests;

pub use reading::blocks;

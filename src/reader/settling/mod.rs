//! Makes plain what pages say in many ways: pictures, formulas, players, headings and code become elements that the allow-list knows.
//! All of it stays untrusted markup.

mod code;
mod formulas;
mod headings;
mod lazy_picture;
mod pictures;
mod players;
mod settle;
mod siblings;

pub use headings::heading_words;
pub use settle::settle;

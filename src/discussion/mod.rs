//! What a page shows as one discussion: the thread that it names, and the threads under its other ids. Each of them is a
//! replica like any other; together they are one list of comments.

mod aliases;
mod commands;
mod drafts;
mod state;
mod state_tests;

pub use state::Discussion;

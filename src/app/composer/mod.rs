//! The composers in which the reader writes new comments, replies and edits, and the reader's name. A room of `app`: it uses no
//! other room.

pub mod composers;
mod state;
mod state_tests;
mod submitting;

pub(super) use state::NAME_KEY;
pub use state::{ComposerMsg, ComposerRoom};

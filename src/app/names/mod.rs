//! The room of the names in a thread: which hide something, and which look like somebody else's.

mod index;
mod state;

pub use index::NAMES;
pub use state::{Names, NamesCode, Oddity};

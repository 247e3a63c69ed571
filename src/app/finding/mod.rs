//! The room of what helps a reader to find their way in a thread: what is new, what they look for, and which comments they want to see.

mod msg;
mod search;
mod searching;
mod state;
mod visit;

pub use msg::FindingMsg;
pub use search::{Search, SearchCode, SearchMsg, SearchStatus};
pub use searching::SEARCH;
pub use state::Finding;

//! What the reader does to what they wrote, and how it is undone. A room of `app`: it uses no other room.

mod act;
mod acts;
mod histories;
mod reacting;
mod reaction_msg;
mod state;
mod state_tests;
mod undoing;

pub use act::{Beside, Deed};
pub use histories::HistoryMsg;
pub use reaction_msg::ReactionMsg;
pub use state::{ActionMsg, Actions};

//! What the program does: messages in, effects out. No browser, no Yew, no JSON.

mod announcement;
mod boxes;
mod comparison;
pub mod config;
mod deleting;
mod drafting;
pub mod drafts;
pub mod effect;
pub mod env;
pub mod files;
pub mod form;
pub mod import;
mod import_writing;
mod importing;
mod left_drafts;
pub mod message;
pub mod model;
mod outbox;
pub mod panel;
mod reading;
pub mod requests;
mod room_count;
pub mod save_state;
mod sending;
mod submitting;
mod syncing;
mod undoing;
pub mod unsaved;
mod update;
mod window;
mod written_state;

pub use effect::{Effect, FocusTarget};
pub use env::Env;
pub use message::Msg;
pub use model::Model;
pub use update::update;

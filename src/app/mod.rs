//! What the program does: messages in, effects out. No browser, no Yew, no JSON.

mod announcement;
pub mod comparison;
pub mod config;
mod deleting;
mod drafting;
pub mod drafts;
pub mod effect;
mod emptying;
pub mod env;
pub mod files;
pub mod form;
pub mod import;
mod importing;
mod left_drafts;
pub mod message;
pub mod model;
mod outbox;
pub mod panel;
mod reading;
pub mod requests;
pub mod save_state;
mod submitting;
mod syncing;
pub mod unsaved;
mod update;
mod window;
mod written_state;

pub use effect::{Effect, FocusTarget};
pub use env::Env;
pub use message::Msg;
pub use model::Model;
pub use update::update;

//! What the program does: messages in, effects out. No browser, no Yew, no JSON.

pub mod config;
mod deleting;
mod drafting;
pub mod drafts;
pub mod effect;
pub mod env;
pub mod form;
mod left_drafts;
pub mod message;
pub mod model;
mod outbox;
mod reading;
mod submitting;
mod syncing;
mod update;
mod window;

pub use effect::{Effect, FocusTarget};
pub use env::Env;
pub use message::Msg;
pub use model::Model;
pub use update::update;

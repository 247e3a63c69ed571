//! What the program does: messages in, effects out. No browser, no Yew, no JSON.

pub mod config;
pub mod effect;
pub mod env;
pub mod form;
pub mod message;
pub mod model;
mod reading;
mod submitting;
mod update;
mod window;

pub use effect::{Effect, FocusTarget};
pub use env::Env;
pub use message::Msg;
pub use model::Model;
pub use update::update;

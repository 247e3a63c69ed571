//! The thread of one widget: `Msg`s in, effects out. No browser, no Yew, no JSON.

pub mod actions;
pub mod article;
mod branches;
pub mod composer;
mod composer_drafts;
pub mod config;
mod context;
mod deleting;
mod dispatching;
pub mod effect;
mod events;
pub mod finding;
mod first_look;
pub mod group;
pub mod groups;
mod groups_tests;
pub mod host_call;
mod host_calls;
pub mod host_event;
mod lifecycle;
pub mod list;
mod list_msg;
mod list_tests;
mod moving;
pub mod msg;
pub mod names;
pub mod notices;
pub mod published;
pub mod quota;
mod received;
mod responses;
mod samples;
mod state;
mod step;
pub mod submission;
mod update;
mod warnings;
pub mod window;
mod written_state;

pub use composer::composers;
pub use effect::{Effect, FocusTarget};
pub use msg::Msg;
pub use state::App;
pub use update::update;

pub use crate::replica::Env;

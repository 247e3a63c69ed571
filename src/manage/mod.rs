//! "Your comments": what is kept in this browser, files to take along, imports, and deleting. A program of its own beside the thread,
//! which it tells what another page would be told, and a little more (see [`crate::port`]). It knows nothing of `app`.

mod comparison;
pub mod effect;
mod exports;
pub mod files;
pub mod host_call;
mod host_calls;
pub mod import;
mod import_end;
mod import_plan;
mod import_preview;
mod import_writing;
mod importing;
pub mod msg;
pub mod offer;
pub mod panel;
mod panel_actions;
mod purge;
mod purging;
mod responses;
mod samples;
mod sending;
mod state;
mod undoing;
pub mod unsaved;
mod unsaved_texts;
mod update;
mod written_state;

pub use effect::{Effect, FocusTarget};
pub use msg::Msg;
pub use state::Manage;
pub use update::update;

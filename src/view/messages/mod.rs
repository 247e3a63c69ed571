//! Every text that a reader sees: a file for each view, with the key and the English of its messages. `STRINGS.md` lists them for pages
//! that put their own in place of these.

pub mod action;
pub mod age;
pub mod article;
pub mod catalogue;
pub mod comment;
pub mod composer;
pub mod embed;
pub mod file;
pub mod finding;
pub mod formatting;
pub mod history;
pub mod import;
mod message;
pub mod names;
pub mod number;
pub mod panel;
pub mod published;
pub mod reaction;
pub mod submission;
pub mod thread;
pub mod undo;

pub use message::Message;

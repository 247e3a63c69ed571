//! The borders of the module's parts: tables of functions that are fetched when they are wanted. Whatever is reached only through
//! one of them lies in a file of its own.

mod engine;
mod manage;
mod missing;

pub use engine::{Engine, engine};
pub use manage::{ManageCode, manage};
pub use missing::Missing;

//! The boxes to write in, and who writes. A room: it knows nothing of the others.

pub mod form;
mod state;
mod state_tests;
mod submitting;

pub(super) use state::NAME_KEY;
pub use state::{Composer, ComposerMsg};

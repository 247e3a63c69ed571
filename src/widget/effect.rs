//! What is to be done, and which of the two programs hears what comes of it.

use crate::{app, manage};

/// An instruction to one widget's browser side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The thread's.
    App(app::Effect),
    /// That of "Your comments".
    Manage(manage::Effect),
}

impl From<app::Effect> for Effect {
    fn from(effect: app::Effect) -> Self {
        Self::App(effect)
    }
}

impl From<manage::Effect> for Effect {
    fn from(effect: manage::Effect) -> Self {
        Self::Manage(effect)
    }
}

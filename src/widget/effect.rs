//! What is to be done, and which of the two programs hears what comes of it.

use super::programs::Part;
use crate::{app, manage};

/// An instruction to one widget's browser side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The thread's.
    App(app::Effect),
    /// That of "Your comments".
    Manage(manage::Effect),
    /// Put a draft into the primary copy, while there is no engine that would.
    Put {
        /// Its key.
        key: String,
        /// Its value.
        value: String,
    },
    /// Fetch a part of the module.
    Fetch(Part),
    /// Say to the host API call of this ticket that the code for it could not be had.
    Refuse(u32),
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

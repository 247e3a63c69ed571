//! What the page is told, as data: of what its reader did in this widget, and of how the widget fares.

use super::config::Keeping;
use super::effect::Effect;
use super::model::{Model, Storage};
use super::save_state::SaveState;
use crate::domain::operation_id::OperationId;
use crate::domain::timestamp::Timestamp;
use crate::store::operation::{Kind, Operation};
use crate::store::room::Room;

/// Something the page is told. What another tab, another widget, a file or the second copy brought is nobody's act here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostEvent {
    /// The thread has been read.
    Ready {
        /// How many comments it has.
        count: usize,
    },
    /// The reader posted a comment.
    Posted {
        /// The comment.
        id: OperationId,
        /// What it answers.
        parent: Option<OperationId>,
        /// The name it was posted under.
        name: Option<String>,
        /// The text.
        body: String,
        /// When.
        at: Timestamp,
    },
    /// They gave one of theirs another text.
    Edited {
        /// The comment.
        id: OperationId,
        /// The new text.
        body: String,
        /// When.
        at: Timestamp,
    },
    /// They deleted one of theirs.
    Deleted(OperationId),
    /// They took that back.
    Restored(OperationId),
    /// They took one of theirs away for good.
    Erased(OperationId),
    /// What they did to a comment is kept.
    Saved {
        /// The comment.
        id: OperationId,
        /// [`SaveState::Saved`] or [`SaveState::Kept`].
        state: SaveState,
    },
    /// Something about storage that the reader is told too.
    Warned(StorageWarning),
    /// Something could not be had.
    Failed {
        /// What, as a word that does not change.
        code: &'static str,
        /// Why, for developers.
        message: String,
    },
}

/// Why what is written may not last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageWarning {
    /// The browser lets the page keep nothing.
    Blocked,
    /// There is no room.
    Full,
    /// Room is getting short.
    NearlyFull,
    /// What is kept cannot be read, or not all of it.
    Unreadable,
    /// Another discussion has this one's place.
    Occupied,
    /// Something is not saved within the time it should take.
    AtRisk,
}

impl StorageWarning {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Blocked, Self::Full, Self::NearlyFull, Self::Unreadable, Self::Occupied, Self::AtRisk];

    fn holds(self, model: &Model) -> bool {
        let room = model.measure.filter(|_| model.config.storage == Keeping::Browser);
        match self {
            // An embedder who wants nothing kept needs no telling.
            Self::Blocked => model.storage == Storage::Blocked && model.config.storage != Keeping::Nowhere,
            Self::Full => model.storage == Storage::Full || model.is_full(),
            Self::NearlyFull => room.is_some_and(|measure| measure.room() == Room::Low),
            Self::Unreadable => model.storage == Storage::Unreadable || !model.unreadable.is_empty(),
            Self::Occupied => model.storage == Storage::Occupied,
            Self::AtRisk => model.warning,
        }
    }
}

/// Tells the page something about the thread that is shown.
pub(super) fn tell(model: &Model, event: HostEvent) -> Effect {
    Effect::TellPage { thread: model.config.thread.clone(), event }
}

/// What its developers are told of the sentences that cannot be shown.
pub(super) fn strings(model: &Model) -> Vec<Effect> {
    let mut effects = Vec::new();
    for trouble in model.config.strings_troubles.iter() {
        effects.push(Effect::Warn(trouble.message.clone()));
        if trouble.is_error {
            effects.push(tell(model, HostEvent::Failed { code: "strings", message: trouble.message.clone() }));
        }
    }
    effects
}

/// What the page is told of an operation of the reader's that was accepted. The thread is as it was before.
pub(super) fn done(model: &Model, operation: &Operation) -> Option<Effect> {
    let (id, at) = (operation.id, operation.at);
    let event = match &operation.kind {
        Kind::Post { parent, body: Some(body) } => {
            let name = operation.author.name.as_ref().map(|name| name.as_str().to_owned());
            HostEvent::Posted { id, parent: *parent, name, body: body.as_str().to_owned(), at }
        }
        Kind::Edit { target, body } => HostEvent::Edited { id: *target, body: body.as_str().to_owned(), at },
        Kind::Delete { target } => HostEvent::Deleted(*target),
        Kind::Restore { target } => HostEvent::Restored(*target),
        // An import that is undone is erased likewise.
        Kind::Erase { target, .. } if model.thread.get(*target).is_some() => HostEvent::Erased(*target),
        Kind::Post { body: None, .. } | Kind::Erase { .. } | Kind::Batch { .. } | Kind::Sent { .. } => return None,
    };
    Some(tell(model, event))
}

/// Tells the page of what has begun to be wrong with storage, under any of the discussion's ids: once, until it is right again.
pub(super) fn warn(model: &mut Model) -> Vec<Effect> {
    let (mut all, mut effects) = (0, Vec::new());
    for warning in
        StorageWarning::ALL.into_iter().filter(|warning| model.ready && model.all().any(|model| warning.holds(model)))
    {
        let bit = 1 << warning as u8;
        all |= bit;
        if model.warned & bit == 0 {
            effects.push(tell(model, HostEvent::Warned(warning)));
        }
    }
    model.warned = all;
    effects
}

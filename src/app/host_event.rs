//! What the page is told, as data: of what its reader did in this widget, and of how the widget fares.

use crate::domain::operation_id::OperationId;
use crate::domain::reaction::Reaction;
use crate::domain::timestamp::Timestamp;
use crate::replica::save_state::SaveState;

/// Something the page is told. What another tab, another widget, a file or the mirror brought is nobody's act here.
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
        /// The comment that it replies to.
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
    /// They reacted to a comment or to the article, or took that back.
    Reacted {
        /// The comment; `None` for the article.
        id: Option<OperationId>,
        /// With what.
        reaction: Reaction,
        /// Whether they took it back.
        is_back: bool,
    },
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
    /// There is no space.
    Full,
    /// Space is getting short.
    NearlyFull,
    /// What is kept cannot be read, or not all of it.
    Unreadable,
    /// Another discussion has this one's place.
    KeyCollision,
    /// Something is not saved within the time it should take.
    AtRisk,
}

impl StorageWarning {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Blocked, Self::Full, Self::NearlyFull, Self::Unreadable, Self::KeyCollision, Self::AtRisk];
}

//! Which comments of a thread a reader wants to see.

use super::comment::Comment;
use super::operation_id::OperationId;
use super::sorted_set::SortedSet;

/// A choice of comments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// The reader's own.
    Own,
    /// Those that have come since the reader's last visit.
    New,
    /// Those in the file that the page publishes.
    Published,
}

impl Filter {
    /// All choices, in the sequence in which the reader is offered them.
    pub const ALL: [Self; 4] = [Self::All, Self::Own, Self::New, Self::Published];

    /// The name of the choice, for tests and style sheets.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Own => "own",
            Self::New => "new",
            Self::Published => "published",
        }
    }
}

/// The comments that have rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    pub(super) filter: Filter,
    /// The comments that are new to the reader.
    pub(super) new: SortedSet<OperationId>,
}

impl Wanted {
    pub(super) fn takes(&self, comment: &Comment) -> bool {
        let is_of_it = match self.filter {
            Filter::All => true,
            Filter::Own => comment.own,
            Filter::New => self.new.contains(&comment.id),
            Filter::Published => comment.published,
        };
        is_of_it && (!comment.deleted || self.filter == Filter::All)
    }
}

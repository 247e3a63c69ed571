//! Why an entry is refused, in words for an author.

use article_widget::store::file::file_contents::RefusalReason;

/// Why a line of a file is not taken.
pub(crate) fn of_line(reason: RefusalReason) -> &'static str {
    match reason {
        RefusalReason::NotJson => "is damaged or cut off",
        RefusalReason::TooDeep => "is nested too deeply",
        RefusalReason::UnknownLine => "is of a kind that this version does not know",
        RefusalReason::NoThread => "belongs to no discussion",
        RefusalReason::WrongKind => "is a line of a backup",
        RefusalReason::Damaged => "is damaged",
        RefusalReason::TooLong => "is longer than any comment",
        RefusalReason::UnknownKey => "has an id that no comment has",
        RefusalReason::OnlyOnesOwn => "has a meaning only for the reader who made it",
        RefusalReason::BeyondReason => BEYOND_REASON,
        _ => "lacks something that it needs, or holds what it cannot hold",
    }
}

/// The entry's Lamport number is too far above the others.
pub(crate) const BEYOND_REASON: &str = "has a number far beyond all others";
/// Another entry stands under the same id.
pub(crate) const OTHER_WORDS: &str = "says something else under the id of another comment or change, which stays";
/// The entry changes a comment of another author.
pub(crate) const NOT_THEIRS: &str = "changes a comment of another author";
/// The entry changes a comment that is in no file.
pub(crate) const NO_TARGET: &str = "changes a comment that is in none of the files";
/// The entry changes a comment that another file has without this change.
pub(crate) const UNASKED: &str =
    "changes a comment that another file has without this change; if its author is known to want it, use --changes";
/// The entry takes back, or gives again, a reaction that another file has without this change.
pub(crate) const UNASKED_REACTION: &str =
    "takes back or repeats a reaction that another file has; if its author is known to want it, use --changes";

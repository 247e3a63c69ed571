//! What is said aloud to those who do not see the page.

/// What can be said aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announced {
    /// A comment was posted.
    Posted,
    /// A comment was posted that only memory holds.
    PostedInMemory,
    /// What was written is kept for certain.
    Saved,
    /// What was written is kept, for certain only after a while.
    Kept,
    /// Something is not saved within the time it should take.
    AtRisk,
    /// A comment got another text.
    Edited,
    /// A comment was deleted.
    Deleted,
    /// A deletion was undone.
    Restored,
    /// The posting of a comment was undone.
    UndidPost,
    /// A comment got back the text that it had before.
    UndidEdit,
    /// Something was not undone, or not done again: another page has changed the comment since.
    Overtaken,
    /// A comment was erased.
    Erased,
    /// Everything of the thread was deleted.
    DeletedEverything,
    /// Some of what was to be deleted may be left: one of the copies could not be read.
    DeletedInPart,
    /// Not everything could be deleted yet.
    NotDeleted,
    /// A file can be taken.
    FileReady,
    /// A file can be taken, but one of the copies could not be read for it.
    FileInPart,
    /// A file could not be read again as it was written.
    FileBroken,
    /// A file was imported.
    Imported,
    /// An import was undone.
    UndidImport,
    /// The reader says that they have sent a comment to the author.
    Sent,
    /// A text was put on the clipboard.
    Copied,
    /// A text could not be put on the clipboard.
    NotCopied,
    /// The link to a comment was put on the clipboard.
    CopiedLink,
    /// It could not be put on the clipboard.
    NotCopiedLink,
    /// The comment that the page's address names is not here.
    MissedLink,
    /// A comment came from another tab or widget.
    Arrived,
}

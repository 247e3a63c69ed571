//! A comment as it stands after every change made to it.

use super::author::Author;
use super::body::Body;
use super::operation_id::OperationId;
use super::reactions::Reactions;
use super::timestamp::Timestamp;

/// One text that a comment had, and since when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The text.
    pub body: Body,
    /// When it was written, by its author's clock.
    pub at: Timestamp,
}

/// A comment. Its id is that of the operation that posted it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Who it is for the rest of the thread.
    pub id: OperationId,
    /// The comment that it replies to, if it is a reply.
    pub parent: Option<OperationId>,
    /// Who wrote it, by their own claim.
    pub author: Author,
    /// When it was posted, by its author's clock.
    pub created_at: Timestamp,
    /// When the text that counts replaced an earlier one, known here or not.
    pub edited_at: Option<Timestamp>,
    /// The text that counts.
    pub current: Version,
    /// Earlier texts, oldest first, as far as they are known here.
    pub earlier: Vec<Version>,
    /// Hidden by its author; the text is still kept.
    pub deleted: bool,
    /// Written in this browser, so that its reader may edit and delete it.
    pub own: bool,
    /// The text that counts stands in the file that the page publishes, for everybody who opens it.
    pub published: bool,
    /// Its reader says that they have sent the text that counts to the page's author.
    pub sent: bool,
    /// How many reacted to it, and how.
    pub reactions: Reactions,
}

//! A file that the reader may take along.

use std::rc::Rc;

use super::msg::FileMsg;
use crate::domain::comment::Comment;
use crate::store::file::thread_file::FileKind;

/// A file that was made, and read again to see that nothing is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it is to be called.
    pub name: String,
    /// What it is for.
    pub kind: FileKind,
    /// How many comments stand in it; for a publication only those that others may see.
    pub comments: usize,
    /// The first of a publication's comments, as others will see them.
    pub published: Vec<Rc<Comment>>,
    /// What is in it; `None` if it could not be read again as it was written.
    pub text: Option<String>,
    /// What tries again, where one of the copies could not be read: what only it holds is missing.
    pub again: Option<FileMsg>,
}

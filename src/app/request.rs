//! What a script of the page asks of the thread through the widget's methods, and what it is answered.

/// A request. It comes with a number that its answer repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    /// To delete everything of this thread.
    Clear,
    /// To put the focus into the box for a new comment.
    FocusForm,
    /// To read everything again: both copies and the article.
    Reload,
}

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Everything of the thread is deleted.
    Cleared,
    /// It is done, and there is nothing to say of it.
    Obeyed,
    /// The discussion is closed.
    Closed,
}

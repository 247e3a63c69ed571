//! What a script of the host page calls of the thread's methods, and what its promise comes to.

/// A call. It comes with a number, its ticket, under which its promise is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostCall {
    /// To delete everything of this thread.
    Clear,
    /// To put the focus into the composer for a new comment.
    FocusForm,
    /// To read everything again: both copies and the article.
    Reload,
}

/// What the promise of a call is settled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostResult {
    /// Everything of the thread is deleted.
    Cleared,
    /// It is done, and there is nothing to say of it.
    Done,
    /// Refused: the discussion is closed.
    Closed,
}

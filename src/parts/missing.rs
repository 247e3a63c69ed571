//! What is said of a part that did not come.

/// A part could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;

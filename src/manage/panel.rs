//! The panel "Your comments": what is kept here, and what can be done with it.

use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::store::file::inventory::Inventory;

/// The open panel.
#[derive(Clone, Debug, Default)]
pub struct Panel {
    /// What is kept for the whole site, once it was counted.
    pub inventory: Option<Inventory>,
    /// What is about to be deleted, if the reader is sure.
    pub confirming: Option<Deletion>,
    /// Whether one of the copies could not be read for the last deletion, and may hold what was to go.
    pub unfinished: bool,
    /// Whether the browser was asked for persistent storage. Its response is not shown.
    pub asked_to_persist: bool,
}

/// What can be deleted for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deletion {
    /// Everything of one thread.
    Thread(ThreadKey),
    /// Everything of all threads, the name and the author id.
    Everything,
    /// A comment that was deleted before.
    Comment(OperationId),
}

//! What the thread says to "Your comments".

use super::here::Here;
use super::snapshot::Snapshot;
use crate::store::copy::request::Broadcast;

/// Something that the thread says to "Your comments".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToManage {
    /// The discussion, or what is to be known of it, is another one.
    Here(Box<Here>),
    /// The thread has told the other pages something.
    Broadcast(Broadcast),
    /// What the thread was asked for under this number.
    Snapshot(u32, Snapshot),
    /// Whether what an import has written under a key stays: it does not if it is erased or deleted by now.
    Judged {
        /// The key.
        key: String,
        /// Whether it stays.
        stays: bool,
    },
    /// Everything of the discussion was to be deleted, and is gone.
    Deleted,
    /// Something was removed from the primary copy: there may be room now.
    MadeRoom,
    /// Comments are kept elsewhere from now on: what is on its way is given up.
    KeptElsewhere,
}

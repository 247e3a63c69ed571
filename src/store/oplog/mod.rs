//! The set of operations of a thread: grow-only but for what tombstones remove, the same whatever came first, folded into comments.

pub(super) mod element;
pub mod epoch;
pub(super) mod erasures;
pub(super) mod fold;
pub(super) mod lamport_chain;
pub mod operation_set;
pub(super) mod published_part;
pub mod reactions;
pub(super) mod samples;
pub mod stored_thread;
pub(super) mod tombstones;
pub mod turns;
pub mod union;

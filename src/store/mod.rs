//! How operations are kept: the bytes of a record, the copies that hold it, the set that it is part of, and files. No browser, no Yew.

pub mod copy;
pub mod file;
pub mod format;
pub mod oplog;

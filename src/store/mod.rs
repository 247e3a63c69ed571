//! How operations are kept: record codec, union, fold, and the storage port. No browser, no Yew.

pub mod envelope;
pub mod key_value;
pub mod operation;
pub mod operation_set;
pub mod record;
pub mod record_key;
pub mod store_error;
pub mod stored_text;
pub mod thread_name;

//! How a record is written down: bytes in, values out. The page `src/store/FORMAT.md` says what each byte means.

pub mod draft;
pub mod envelope;
mod json_scanner;
mod json_tests;
pub(super) mod json_text;
pub mod messages_json;
pub mod operation;
pub mod record;
pub(super) mod record_error;
pub mod record_key;
mod record_writing;
pub mod stored_text;
pub mod thread_name;

//! How a record is written down: bytes in, values out. The page `src/store/FORMAT.md` says what each byte means.

pub mod draft;
pub mod envelope;
pub(super) mod json_text;
pub mod messages_json;
pub mod operation;
pub mod record;
pub(super) mod record_error;
pub mod record_key;
pub mod stored_text;
pub mod thread_name;

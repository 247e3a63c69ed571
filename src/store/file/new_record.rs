//! A record that an import would write.

use std::rc::Rc;

use crate::domain::operation_id::OperationId;
use crate::store::format::stored_text::StoredText;

/// Something that would be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewRecord {
    /// An operation of somebody else's, for a [`Slot::Imported`](crate::store::format::record_key::Slot::Imported).
    Imported {
        /// Its id.
        id: OperationId,
        /// Its value.
        value: Rc<str>,
    },
    /// A key of the reader's own, and its value.
    Own {
        /// The key.
        key: String,
        /// The value; units only where the backup holds a damaged one.
        value: StoredText,
    },
}

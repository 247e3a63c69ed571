//! One element of the set of operations, where it came from, and what adding it did.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::rc::Rc;

use crate::domain::operation_id::OperationId;
use crate::store::format::operation::Operation;
use crate::store::format::record::{self, Decoded, RecordError};
use crate::store::format::record_key::{Epoch, Slot};
use crate::store::format::stored_text::StoredText;

/// Where an operation came from, which no file can claim for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Provenance {
    /// Made in this browser.
    Own,
    /// Read from somebody's file, by the import (see [`Kind::Batch`](crate::store::format::operation::Kind::Batch)) of this id.
    Imported(OperationId),
    /// Read from the file that the page publishes. It is kept nowhere here.
    Published,
}

/// What writes an operation as a value. What reads published files hands it over: only their elements are without a value, and who reads
/// none does without the code.
#[derive(Clone, Copy, Debug)]
pub struct Encode(pub fn(&Operation) -> Option<String>);

/// There is one.
impl PartialEq for Encode {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Encode {}

/// One element of the set: the bytes are part of what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// The stored value, byte for byte. Nothing in an element of the published file whose operation can be written as the same bytes
    /// again: no copy keeps it.
    pub value: Rc<str>,
    /// What writes those bytes, where the value is nothing.
    pub encode: Option<Encode>,
    /// The operation in the value; `None` for a kind that this version does not know.
    pub operation: Option<Operation>,
    /// The epoch of the operation; `None` where a later version keeps it elsewhere.
    pub epoch: Option<Epoch>,
}

impl Element {
    /// The element that a value is under the id of its key.
    ///
    /// # Errors
    /// Why the value cannot be read. A record of a later version is no error.
    pub fn read(id: OperationId, value: &StoredText) -> Result<Self, RecordError> {
        let decoded = record::decode(id, value)?;
        let StoredText::Text(text) = value else {
            return Err(RecordError::NotText);
        };
        let (operation, epoch) = match decoded {
            Decoded::Operation(operation) => {
                let epoch = operation.epoch;
                (Some(operation), Some(epoch))
            }
            Decoded::Foreign { epoch } => (None, epoch),
        };
        Ok(Self { value: Rc::from(text.as_str()), encode: None, operation, epoch })
    }

    /// The stored value, byte for byte.
    pub fn bytes(&self) -> Cow<'_, str> {
        if !self.value.is_empty() {
            return Cow::Borrowed(&self.value);
        }
        let again = self.encode.zip(self.operation.as_ref()).and_then(|(Encode(encode), operation)| encode(operation));
        Cow::Owned(again.unwrap_or_default())
    }

    /// Whether the element counts before another one that somebody's file says under the same id: one with a text before one
    /// without, then the smallest bytes.
    pub(in crate::store) fn precedes(&self, other: &Self) -> bool {
        let has_text =
            |element: &Self| element.operation.as_ref().is_some_and(|operation| operation.kind.body().is_some());
        match has_text(other).cmp(&has_text(self)) {
            Ordering::Equal => self.bytes() < other.bytes(),
            order => order.is_lt(),
        }
    }
}

/// What became of an element that was to be added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// The comments that may look different now, some of them more than once.
    pub touched: Vec<OperationId>,
    /// The slots of elements that are erased or deleted, perhaps that of the new one: their keys are to be removed.
    pub dropped: Vec<Slot>,
    /// Whether the set has changed.
    pub is_new: bool,
}

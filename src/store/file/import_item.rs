//! What a line of a file would become in the store, judged by itself.

use std::rc::Rc;

use super::file_contents::{FileItem, RefusalReason};
use super::thread_file::DEEPEST;
use crate::domain::operation_id::OperationId;
use crate::domain::text_length::units;
use crate::domain::thread_id::ThreadKey;
use crate::store::format::draft::Draft;
use crate::store::format::envelope::{self, EnvelopeError};
use crate::store::format::json_text::{compact, is_deeper, without};
use crate::store::format::operation::{Kind, Operation};
use crate::store::format::record::{self, Decoded};
use crate::store::format::record_key::{Epoch, RecordKey, Slot, thread_of};
use crate::store::format::stored_text::StoredText;
use crate::store::oplog::element::{Element, Encode};
use crate::store::oplog::stored_thread::name_of;

/// The longest value that is taken from somebody else, in UTF-16 units: no text of 40,000 units makes a longer one.
const LONGEST_VALUE: usize = 256 << 10;

/// The fields of a record that are only its own browser's business: its draft and its epoch.
const PRIVATE: [&str; 2] = ["d", "g"];

/// An operation from somebody's file.
pub(super) struct Foreign {
    pub(super) id: OperationId,
    /// The bytes to keep: the record in one line, without what is private. The same record always gives the same.
    pub(super) value: Rc<str>,
    /// `None` for a kind or a version that is not known here.
    pub(super) operation: Option<Operation>,
}

/// A key and a value of one's own backup, to be kept as they are.
pub(super) struct Own {
    pub(super) key: String,
    /// `None` for a key that a later version made.
    pub(super) slot: Option<Slot>,
    pub(super) value: StoredText,
    pub(super) operation: Option<Operation>,
    /// The epoch it was made in, if that can be told.
    pub(super) epoch: Option<Epoch>,
}

/// Reads an item as somebody else's; `None` for what only says how the thread is called.
pub(super) fn as_foreign(thread: &ThreadKey, item: FileItem) -> Result<Option<Foreign>, RefusalReason> {
    match item {
        FileItem::Record { id, json, .. } => foreign(id, &json).map(Some),
        FileItem::Stored { key, value, .. } => match slot(thread, &key)?.ok_or(RefusalReason::UnknownKey)? {
            Slot::Own(OperationId::NAMING) => match name_of(thread, &value) {
                Some(_) => Ok(None),
                None => Err(RefusalReason::Damaged),
            },
            Slot::Own(id) | Slot::Imported { id, .. } => {
                let StoredText::Text(value) = value else {
                    return Err(RefusalReason::Damaged);
                };
                match envelope::unwrap(&value) {
                    Ok(json) => foreign(id, json).map(Some),
                    Err(EnvelopeError::Newer) if id != OperationId::NAMING => {
                        Ok(Some(Foreign { id, value: short(&value)?, operation: None }))
                    }
                    Err(_) => Err(RefusalReason::Damaged),
                }
            }
            Slot::Epoch(_) | Slot::Draft { .. } => Err(RefusalReason::OnlyOnesOwn),
        },
    }
}

/// Reads an item of a published file as the element that it is; `None` for what only says how the thread is called.
///
/// # Errors
/// Why it is not taken.
pub fn published(thread: &ThreadKey, item: FileItem) -> Result<Option<(OperationId, Element)>, RefusalReason> {
    let FileItem::Record { id, json, .. } = &item else {
        let found = as_foreign(thread, item)?;
        return Ok(found.map(|Foreign { id, value, operation }| (id, element(value, operation))));
    };
    let operation = understood(*id, json)?;
    // Most records are as this version writes them: their bytes need not be kept, and no checksum of them be made. One of half the
    // greatest length is not too long, whatever its characters are.
    let is_as_written =
        json.len() < LONGEST_VALUE / 2 && operation.as_ref().and_then(record::to_json).as_deref() == Some(json);
    let value = if is_as_written { Rc::default() } else { value(json, operation.is_some())? };
    Ok(Some((*id, element(value, operation))))
}

/// An element of a published file.
fn element(value: Rc<str>, operation: Option<Operation>) -> Element {
    Element { value, encode: Some(Encode(record::encode)), operation, epoch: Some(0) }
}

fn foreign(id: OperationId, json: &str) -> Result<Foreign, RefusalReason> {
    let operation = understood(id, json)?;
    Ok(Foreign { id, value: value(json, operation.is_some())?, operation })
}

/// The operation of a record, without what is private; `None` for a kind that is not known.
fn understood(id: OperationId, json: &str) -> Result<Option<Operation>, RefusalReason> {
    if id == OperationId::NAMING {
        return Err(RefusalReason::UnknownKey);
    }
    if is_deeper(json, DEEPEST) {
        return Err(RefusalReason::TooDeep);
    }
    match record::from_json(id, json).map_err(|_| RefusalReason::Unreadable)? {
        Decoded::Operation(Operation { kind: Kind::Batch { .. } | Kind::Sent { .. }, .. }) => {
            Err(RefusalReason::OnlyOnesOwn)
        }
        Decoded::Operation(operation) => Ok(Some(Operation { draft: None, epoch: 0, ..operation })),
        Decoded::Foreign { .. } => Ok(None),
    }
}

/// The bytes to keep of a record of this kind. Where it is not known what a letter means, none is left out.
fn value(json: &str, is_known: bool) -> Result<Rc<str>, RefusalReason> {
    let json = if is_known { without(json, &PRIVATE).ok_or(RefusalReason::Unreadable)? } else { compact(json) };
    short(&envelope::wrap(&json).ok_or(RefusalReason::TooLong)?)
}

fn short(value: &str) -> Result<Rc<str>, RefusalReason> {
    if units(value) <= LONGEST_VALUE { Ok(Rc::from(value)) } else { Err(RefusalReason::TooLong) }
}

/// Reads an item of one's own backup, whatever its value holds.
pub(super) fn as_own(thread: &ThreadKey, item: FileItem) -> Result<Own, RefusalReason> {
    let FileItem::Stored { key, value, .. } = item else {
        return Err(RefusalReason::WrongKind);
    };
    let slot = slot(thread, &key)?;
    let element = match slot {
        Some(Slot::Own(OperationId::NAMING) | Slot::Epoch(_) | Slot::Draft { .. }) | None => None,
        Some(Slot::Own(id) | Slot::Imported { id, .. }) => Element::read(id, &value).ok(),
    };
    let epoch = match slot {
        Some(Slot::Imported { epoch, .. }) => Some(epoch),
        Some(Slot::Draft { .. }) => Draft::decode(&value).map(|draft| draft.epoch),
        _ => element.as_ref().and_then(|element| element.epoch),
    };
    Ok(Own { key, slot, value, operation: element.and_then(|element| element.operation), epoch })
}

/// What a key of this thread is for; `None` if that is not known here.
fn slot(thread: &ThreadKey, key: &str) -> Result<Option<Slot>, RefusalReason> {
    match RecordKey::parse(thread, key) {
        Some(Ok(key)) => Ok(Some(key.slot)),
        Some(Err(())) => Ok(None),
        None if thread_of(key).is_some() => Err(RefusalReason::OtherThread),
        None => Err(RefusalReason::UnknownKey),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::thread_id::ThreadId;

    const POST: &str = "{\"k\":\"post\",\"a\":{\"id\":\"x\"},\"t\":1,\"b\":\"x\"}";

    fn key() -> ThreadKey {
        ThreadId::explicit("a").unwrap().key()
    }

    fn stored(rest: &str, value: &str) -> FileItem {
        FileItem::Stored { line: 1, key: rest.replace('T', key().as_str()), value: StoredText::from(value) }
    }

    fn wrapped(json: &str) -> String {
        envelope::wrap(json).unwrap()
    }

    #[track_caller]
    fn refused(item: FileItem, reason: RefusalReason) {
        assert_eq!(as_foreign(&key(), item).err(), Some(reason));
    }

    fn record(json: &str) -> FileItem {
        FileItem::Record { line: 1, id: OperationId::parse("0000000010000000000001").unwrap(), json: Rc::from(json) }
    }

    #[test]
    fn the_same_record_gives_the_same_bytes_wherever_it_stood() {
        let private =
            "{ \"k\":\"post\",\"a\":{\"id\":\"x\"},\r\n\"t\":1,\"b\":\"x\",\"d\":\"0000000010000000000001\",\"g\":3}";
        for item in [
            record(POST),
            record(private),
            stored("aw1:T:0000000010000000000001", &wrapped(private)),
            stored("aw1i:T:0000000010000000000001:0000000020000000000001:0000005", &wrapped(POST)),
        ] {
            let read = as_foreign(&key(), item).ok().flatten().unwrap();
            assert_eq!(&*read.value, wrapped(POST));
            assert!(read.operation.is_some_and(|operation| operation.epoch == 0 && operation.draft.is_none()));
        }
    }

    #[test]
    fn the_bytes_of_a_published_record_are_kept_only_where_they_cannot_be_written_again() {
        let kept = |json: &str| {
            let (_, element) = published(&key(), record(json)).ok().flatten().unwrap();
            let foreign = as_foreign(&key(), record(json)).ok().flatten().unwrap();
            assert_eq!(element.bytes(), *foreign.value, "{json}");
            !element.value.is_empty()
        };
        assert!(!kept(POST));
        assert!(!kept(&POST.replace("\"x\"}", "\"an \\\"x\\\" and é\"}")));
        assert!(kept(&POST.replace("\"t\":1", "\"t\": 1")));
        assert!(kept(&POST.replace("\"t\":1", "\"q\":[1],\"t\":1")));
        assert!(kept(&POST.replace("\"x\"}", "\"\\u0078\"}")));
        assert!(kept("{\"k\":\"approve\",\"g\":1}"));
    }

    #[test]
    fn what_is_not_known_is_kept() {
        let read = |item| as_foreign(&key(), item).ok().flatten().unwrap();
        assert_eq!(&*read(record("{\"k\":\"approve\", \"g\":1}")).value, wrapped("{\"k\":\"approve\",\"g\":1}"));
        assert_eq!(&*read(stored("aw1:T:0000000010000000000001", "2later")).value, "2later");
        let more = POST.replace("\"t\":1", "\"q\":[1],\"t\":1");
        assert_eq!(&*read(record(&more)).value, wrapped(&more));
    }

    #[test]
    fn each_refusal_has_its_reason() {
        refused(record("{\"k\":\"post\"}"), RefusalReason::Unreadable);
        refused(
            record(&format!("{{\"k\":\"z\",\"x\":{}1{}}}", "[".repeat(64), "]".repeat(64))),
            RefusalReason::TooDeep,
        );
        refused(
            record("{\"k\":\"batch\",\"a\":{\"id\":\"x\"},\"t\":1,\"f\":\"x\",\"c\":1}"),
            RefusalReason::OnlyOnesOwn,
        );
        refused(record(&format!("{{\"k\":\"z\",\"x\":\"{}\"}}", "x".repeat(LONGEST_VALUE))), RefusalReason::TooLong);
        refused(stored("aw1:T:0000000010000000000001", "x"), RefusalReason::Damaged);
        refused(stored("aw1:T:0000000000000000000000", "x"), RefusalReason::Damaged);
        refused(stored("aw1:T:x", "x"), RefusalReason::UnknownKey);
        refused(stored("elsewhere", "x"), RefusalReason::UnknownKey);
        refused(stored("aw1:0000000000000:0000000010000000000001", "x"), RefusalReason::OtherThread);
        refused(stored("aw1g:T:0000001", "x"), RefusalReason::OnlyOnesOwn);
        refused(stored("aw1d:T:new:0000000070000000000001:0000000000001", "x"), RefusalReason::OnlyOnesOwn);
        assert_eq!(as_own(&key(), record(POST)).err(), Some(RefusalReason::WrongKind));
    }

    #[test]
    fn of_ones_own_everything_is_kept() {
        for (rest, value) in [
            ("aw1:T:x", "x"),
            ("aw1d:T:new:0000000070000000000001:0000000000001", "x"),
            ("aw1:T:0000000010000000000001", "x"),
        ] {
            let own = as_own(&key(), stored(rest, value)).ok().unwrap();
            assert_eq!(own.value, StoredText::from(value));
        }
    }

    #[test]
    fn draft_and_epoch_aside_the_same_is_the_same() {
        let says = |text: &str| as_foreign(&key(), record(&POST.replace("\"b\":\"x\"", text))).ok().flatten();
        let operation = |text: &str| says(text).unwrap().operation.unwrap();
        let (here, other) = (operation("\"b\":\"x\""), operation("\"b\":\"y\""));
        let kept = Operation { epoch: 3, draft: Some(here.id), ..here.clone() };
        assert!(here.says_no_more(&kept) && !other.says_no_more(&kept));
        let bare = Operation { kind: Kind::Post { parent: None, body: None }, ..here.clone() };
        assert!(bare.says_no_more(&kept) && !here.says_no_more(&bare));
    }
}

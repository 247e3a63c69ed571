//! What others see in a publication.

use std::rc::Rc;

use super::file_contents::{FileContents, FileItem};
use crate::domain::comment::Comment;
use crate::domain::operation_id::OperationId;
use crate::domain::rows::Rows;
use crate::domain::sort::Sort;
use crate::domain::timestamp::Timestamp;
use crate::store::format::record::{self, Decoded};
use crate::store::format::record_key::Slot;
use crate::store::oplog::operation_set::{Element, OperationSet};
use crate::store::oplog::stored_thread::comments_of;

/// The comments that whoever imports a publication into an empty browser sees, thread by thread, in their order.
pub fn published_comments(file: &FileContents, at: Timestamp) -> Vec<Rc<Comment>> {
    let mut seen = Vec::new();
    for thread in &file.threads {
        let mut set = OperationSet::default();
        for item in &thread.items {
            let FileItem::Record { id, json, .. } = item else {
                continue;
            };
            if let Ok(Decoded::Operation(operation)) = record::from_json(*id, json) {
                let slot = Slot::Imported { id: *id, batch: OperationId::NAMING, epoch: 0 };
                set.add(
                    slot,
                    Element { value: Rc::clone(json), encode: None, epoch: Some(0), operation: Some(operation) },
                );
            }
        }
        let rows = Rows::of(&comments_of(&set), Sort::Oldest, at);
        seen.extend(rows.iter().map(|row| row.comment).filter(|comment| !comment.deleted));
    }
    seen
}

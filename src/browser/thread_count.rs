//! How many comments a discussion has, for a page that does not show it. Nothing is written.

use super::fetching::{self, Load, Pieces, TimeLimit};
use super::local_storage::LocalStorage;
use super::published_source::TIME_LIMIT;
use super::turns;
use crate::domain::article_error::ArticleError;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::{ThreadId, ThreadKey};
use crate::store::copy::key_value::KeyValue;
use crate::store::copy::request::Found;
use crate::store::file::import_item::published;
use crate::store::file::streamed_file::{MOST_PUBLISHED, Reading, StreamedFile};
use crate::store::format::record_key::{RecordKey, thread_of};
use crate::store::format::thread_name::ThreadName;
use crate::store::oplog::operation_set::OperationSet;
use crate::store::oplog::stored_thread::StoredThread;
use crate::store::oplog::union;

/// Lines of a published file that are read before the page has its turn.
const SLICE: usize = 100;

/// The comments that this browser keeps under any of these ids, and those of the published file at an absolute address, as
/// far as it can be had.
pub async fn count(threads: Vec<ThreadId>, comments: Option<String>) -> usize {
    let keys: Vec<ThreadKey> = threads.iter().map(ThreadId::key).collect();
    let all = LocalStorage::Browser.keys("aw1").unwrap_or_default();
    let mut sets: Vec<OperationSet> = threads.iter().map(|thread| kept(thread, &all)).collect();
    if let Some(address) = comments {
        let page = threads.first().and_then(ThreadId::page);
        // What could not be had is not counted; the thread itself says why.
        let _ = add_published(&address, page, &keys, &mut sets).await;
    }
    union::count(&sets)
}

/// What is kept of a thread in the primary copy, which has all these keys: the mirror's response is not worth a wait.
fn kept(thread: &ThreadId, all: &[String]) -> OperationSet {
    let key = thread.key();
    let keys = all.iter().filter(|name| thread_of(name) == Some(key.as_str()));
    let read = |key: &String| Some(Found { value: LocalStorage::Browser.get(key).ok().flatten()?, key: key.clone() });
    let records: Vec<Found> = keys.filter_map(read).collect();
    let naming = RecordKey::own(&key, OperationId::NAMING).to_string();
    let name = records.iter().find(|found| found.key == naming).and_then(|found| ThreadName::decode(&found.value));
    // Another discussion has this one's place: the thread shows nothing of it either.
    if name.is_some_and(|name| name.id != thread.as_str()) {
        return OperationSet::default();
    }
    StoredThread::gather(&key, &records).set
}

async fn add_published(
    address: &str,
    page: Option<ThreadId>,
    keys: &[ThreadKey],
    sets: &mut [OperationSet],
) -> Result<(), ArticleError> {
    let load = Load::new();
    let controller = load.controller();
    let limit = TimeLimit::new(controller.as_ref(), TIME_LIMIT);
    let (_, response) = fetching::ask(address, true, controller.as_ref()).await?;
    drop(limit);
    let pieces = Pieces::of(&response);
    let mut file = StreamedFile::default();
    let mut taken = 0;
    loop {
        let reading = file.step(SLICE).map_err(|_| ArticleError::WrongType)?;
        for (thread, items) in file.drain(page.as_ref()) {
            for item in items.into_iter().filter(|_| keys.contains(&thread)) {
                taken += 1;
                if let Ok(Some((id, element))) = published(&thread, item) {
                    for set in &mut *sets {
                        set.add_published(id, element.clone());
                    }
                }
            }
        }
        if taken >= MOST_PUBLISHED || reading == Reading::Ended {
            return Ok(());
        }
        turns::give().await;
        if reading == Reading::NeedsMore {
            let _limit = TimeLimit::new(controller.as_ref(), TIME_LIMIT);
            match pieces.next().await {
                Ok(Some(piece)) if file.push(&piece.to_vec()) => {}
                _ => file.end(),
            }
        }
    }
}

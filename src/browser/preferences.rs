//! The few things remembered for a reader: the name for the next comment, the author id, the order of the list, what they have seen of
//! threads, and as long as the tab is open, which branches of a thread are folded.

use super::environment::now;
use super::local_storage::LocalStorage;
use crate::domain::author::{AuthorId, AuthorName};
use crate::domain::operation_id::OperationId;
use crate::domain::seen::Seen;
use crate::domain::sort::Sort;
use crate::domain::thread_id::ThreadKey;
use crate::store::copy::key_value::{KeyValue, write_once};
use crate::store::format::stored_text::StoredText;

const NAME: &str = "aw1p:name";
/// The key of the author id. It is removed only when the reader wants to be forgotten.
pub const AUTHOR: &str = "aw1p:author";
const SORT: &str = "aw1p:sort";
const SEVEN_DAYS: &str = "aw1p:seven";
/// What the key of a thread's folded branches begins with. Its value is the ids of the comments above them.
const FOLDED: &str = "aw1p:folded:";
/// What the key begins with of what the reader has seen of a thread.
const SEEN: &str = "aw1p:seen:";
/// Of how many threads at most that is remembered: some 500 KB, if all of them are long.
const MOST_SEEN: usize = 50;

/// The remembered name, if it is one that a form could take.
pub fn name() -> Option<String> {
    read(NAME).filter(|name| AuthorName::new(name).is_ok())
}

/// The remembered author id.
pub fn author() -> Option<AuthorId> {
    read(AUTHOR).and_then(|id| AuthorId::parse_local(&id))
}

/// The remembered order.
pub fn sort() -> Option<Sort> {
    read(SORT).and_then(|name| Sort::parse(&name))
}

/// Remembers an order. Where that is refused, the next page begins with the embedder's.
pub fn keep_sort(sort: Sort) {
    let _ = LocalStorage::Browser.set(SORT, sort.as_str());
}

/// Whether anything is remembered of a thread's branches.
pub fn has_folded(thread: &ThreadKey) -> bool {
    matches!(LocalStorage::Tab.get(&key_of(FOLDED, thread)), Ok(Some(StoredText::Text(ids))) if !ids.is_empty())
}

/// The comments of a thread whose branches are folded in this tab.
pub fn folded(thread: &ThreadKey) -> Vec<OperationId> {
    match LocalStorage::Tab.get(&key_of(FOLDED, thread)) {
        Ok(Some(StoredText::Text(ids))) => ids.split(' ').filter_map(OperationId::parse).collect(),
        _ => Vec::new(),
    }
}

/// Remembers them. Where that is refused, the branches stand open on the next page.
pub fn keep_folded(thread: &ThreadKey, folded: &[OperationId]) {
    let mut ids = String::new();
    for id in folded {
        ids.push_str(&id.to_string());
        ids.push(' ');
    }
    let _ = LocalStorage::Tab.set(&key_of(FOLDED, thread), &ids);
}

/// What the reader has seen of a thread; `None` if they have not been there, or it was long ago.
pub fn seen(thread: &ThreadKey) -> Option<Seen> {
    let text = read(&key_of(SEEN, thread))?;
    Seen::parse(text.split_once(' ')?.1)
}

/// Remembers it, with the day. Beyond `MOST_SEEN` threads that one is forgotten where the reader has not been for longest, so that it
/// takes no space from comments. Where that is refused, what is new stays so.
pub fn keep_seen(thread: &ThreadKey, seen: &str) {
    let key = key_of(SEEN, thread);
    let keys = LocalStorage::Browser.keys(SEEN).unwrap_or_default();
    if keys.len() >= MOST_SEEN
        && !keys.contains(&key)
        && let Some(longest_ago) = keys.iter().min_by_key(|key| day_of(key))
    {
        let _ = LocalStorage::Browser.remove(longest_ago);
    }
    let day = now().millis() / 86_400_000;
    let _ = LocalStorage::Browser.set(&key, &format!("{day} {seen}"));
}

/// The day on which a thread was seen last; 0 where that cannot be read.
fn day_of(key: &str) -> i64 {
    read(key).and_then(|text| text.split_once(' ')?.0.parse().ok()).unwrap_or_default()
}

/// The key of what is remembered of a thread.
fn key_of(prefix: &str, thread: &ThreadKey) -> String {
    let mut key = prefix.to_owned();
    key.push_str(thread.as_str());
    key
}

/// Remembers a name. That it could not be remembered costs the reader a few keystrokes, so nobody is told.
pub fn keep_name(name: &str) {
    let _ = LocalStorage::Browser.set(NAME, name);
}

/// Remembers an author id unless there is one. Without it the next page makes another; comments already written keep
/// theirs, and stay the reader's own by where they are kept.
pub fn keep_author(id: &AuthorId) {
    let _ = write_once(&LocalStorage::Browser, AUTHOR, id.as_str());
}

/// Whether the reader is to be told of the seven days, which is then remembered as done. Where it cannot be remembered,
/// nothing is said: it would be said on every page.
pub fn tells_seven_days() -> bool {
    read(SEVEN_DAYS).is_none() && write_once(&LocalStorage::Browser, SEVEN_DAYS, "1").is_ok()
}

/// Forgets all of them.
pub fn forget() {
    for key in [NAME, AUTHOR, SORT, SEVEN_DAYS] {
        let _ = LocalStorage::Browser.remove(key);
    }
    for key in LocalStorage::Browser.keys(SEEN).unwrap_or_default() {
        let _ = LocalStorage::Browser.remove(&key);
    }
    for key in LocalStorage::Tab.keys(FOLDED).unwrap_or_default() {
        let _ = LocalStorage::Tab.remove(&key);
    }
}

fn read(key: &str) -> Option<String> {
    match LocalStorage::Browser.get(key) {
        Ok(Some(StoredText::Text(text))) => Some(text),
        _ => None,
    }
}

//! Under which ids the comments of a page that names no discussion are kept.

use super::local_storage::LocalStorage;
use super::page_address;
use crate::domain::thread_id::ThreadId;
use crate::store::copy::threads_of_page::threads_of_page;

/// The discussion of a widget, and what else the page was called, here and by earlier versions. A discussion that the page `named` has
/// no other id. Without a `storage` nothing is kept.
pub fn of_widget(named: Option<ThreadId>, storage: Option<LocalStorage>) -> (ThreadId, Vec<ThreadId>) {
    match named {
        Some(thread) => (thread, Vec::new()),
        None => with_kept(page_address::ids(), storage),
    }
}

/// The discussion that is counted, and its other ids. A list names other pages by their addresses, and the widget there may name
/// nothing.
pub fn of_count(named: Option<ThreadId>) -> (ThreadId, Vec<ThreadId>) {
    let ids = match named {
        Some(thread) => (thread.clone(), Vec::from_iter(thread.page())),
        None => page_address::ids(),
    };
    with_kept(ids, Some(LocalStorage::Browser))
}

fn with_kept(ids: (ThreadId, Vec<ThreadId>), storage: Option<LocalStorage>) -> (ThreadId, Vec<ThreadId>) {
    let (thread, mut others) = ids;
    if let (Some(page), Some(storage)) = (thread.page(), storage) {
        others.append(&mut threads_of_page(&storage, &page));
    }
    (thread, others)
}

//! A published file that claims to be every page of a run, and changes and erases what they write. It has no comment of its own:
//! one under a page's id would be shown once that page has deleted everything, and replies would stand below it in those tabs only
//! that name the file.

use std::fmt::Write as _;

use article_widget::domain::author::AuthorId;
use article_widget::domain::operation_id::{Actor, Lamport, OperationId};
use article_widget::domain::thread_id::ThreadId;

/// How many pages the file claims to be.
const PAGES: u32 = 4;
/// How many of the first operations of each page it attacks.
const OPERATIONS: u64 = 4;

/// Whether a page names the file. Whoever has read it writes under greater numbers than any in it, so only what was written by
/// the others can be attacked: that is every other page.
pub(crate) fn is_named_by(page: u32) -> bool {
    page % 2 == 1
}

/// The actor in the ids of a page's operations. The actors are in another order than the pages were opened in.
pub(crate) fn actor(page: u32) -> Actor {
    Actor(u64::from(page).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// The published file of a discussion.
pub(crate) fn file(thread: &ThreadId) -> String {
    let header = "{\"format\":\"article-widget\",\"v\":1,\"kind\":\"publication\",\"at\":0}";
    let mut file = format!("{header}\n{{\"thread\":\"{}\"}}\n", thread.as_str());
    for page in 0..PAGES {
        for lamport in 1..=OPERATIONS {
            let id = |lamport| Lamport::new(lamport).map(|lamport| OperationId { lamport, actor: actor(page) });
            // In some scenarios all pages are author 0, in others each is its own: the file tries both, under ids of their own.
            for (nth, author) in [(0, 0), (1, page)] {
                let (Some(id), Some(edit), Some(erase)) =
                    (id(lamport), id(lamport + 100 + 10 * nth), id(lamport + 200 + 10 * nth))
                else {
                    continue;
                };
                let a = format!("\"a\":{{\"id\":\"{}\"}},\"t\":1", AuthorId::local(u128::from(author)).as_str());
                // Writing to a String cannot fail.
                let _ = writeln!(
                    file,
                    "{{\"id\":\"{edit}\",\"record\":{{\"k\":\"edit\",\"p\":\"{id}\",{a},\"b\":\"a lie\"}}}}"
                );
                let _ = writeln!(file, "{{\"id\":\"{erase}\",\"record\":{{\"k\":\"erase\",\"p\":\"{id}\",{a}}}}}");
            }
        }
    }
    file
}

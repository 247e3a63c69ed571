//! What is asked of the two copies of everything that is kept, and what is told to the other pages.

use article_widget::store::copy::request::{Broadcast, CopyId, Request};

use crate::quoted::{quoted, value};

/// What is asked of a copy. The thread of what is fetched and removed stands in the keys.
pub(crate) fn request(request: &Request) -> String {
    match request {
        Request::List { copy, thread } => format!("{} list {thread}", name(*copy)),
        Request::Fetch { copy, keys, .. } => format!("{} fetch{}", name(*copy), each(keys)),
        Request::Write { copy, key, value } => format!("{} write {} {}", name(*copy), quoted(key), quoted(value)),
        Request::Check { key, value } => format!("local check {} {}", quoted(key), quoted(value)),
        Request::Put { copy, key, value } => format!("{} put {} {}", name(*copy), quoted(key), quoted(value)),
        Request::Remove { copy, keys, .. } => format!("{} remove{}", name(*copy), each(keys)),
    }
}

/// What is told to the other pages.
pub(crate) fn broadcast(broadcast: &Broadcast) -> String {
    match broadcast {
        Broadcast::Record(found) => format!("tell record {} {}", quoted(&found.key), value(&found.value)),
        Broadcast::AskDrafts(thread) => format!("tell ask-drafts {thread}"),
        Broadcast::Forgotten => "tell forgotten".to_owned(),
    }
}

fn name(copy: CopyId) -> &'static str {
    match copy {
        CopyId::Primary => "local",
        CopyId::Mirror => "mirror",
    }
}

fn each(keys: &[String]) -> String {
    keys.iter().map(|key| format!(" {}", quoted(key))).collect()
}

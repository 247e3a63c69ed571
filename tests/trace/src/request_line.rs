//! What is asked of the two copies of everything that is kept, and what is told to the other pages.

use article_widget::store::copy::request::{Broadcast, Place, Request};

use crate::quoted::{quoted, value};

/// What is asked of a copy. The thread of what is fetched and removed stands in the keys.
pub(crate) fn request(request: &Request) -> String {
    match request {
        Request::List { place, thread } => format!("{} list {thread}", copy(*place)),
        Request::Fetch { place, keys, .. } => format!("{} fetch{}", copy(*place), each(keys)),
        Request::Write { place, key, value } => format!("{} write {} {}", copy(*place), quoted(key), quoted(value)),
        Request::Check { key, value } => format!("local check {} {}", quoted(key), quoted(value)),
        Request::Put { place, key, value } => format!("{} put {} {}", copy(*place), quoted(key), quoted(value)),
        Request::Remove { place, keys, .. } => format!("{} remove{}", copy(*place), each(keys)),
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

fn copy(place: Place) -> &'static str {
    match place {
        Place::Local => "local",
        Place::Mirror => "mirror",
    }
}

fn each(keys: &[String]) -> String {
    keys.iter().map(|key| format!(" {}", quoted(key))).collect()
}

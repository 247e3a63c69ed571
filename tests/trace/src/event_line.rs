//! What the page is told: the event's name and the fields that a listener sees, as they are in `docs/scripting.md`.

use article_widget::app::host_event::{HostEvent, StorageWarning};
use article_widget::replica::save_state::SaveState;

use crate::quoted::quoted;

/// An event, without the thread that all of them name.
pub(crate) fn event(event: &HostEvent) -> String {
    match event {
        HostEvent::Ready { count } => format!("ready count={count}"),
        HostEvent::Posted { id, parent, name, body, at } => {
            let parent = parent.map_or("null".to_owned(), |parent| parent.to_string());
            let name = name.as_ref().map_or("null".to_owned(), |name| quoted(name));
            format!("comment-posted id={id} parent={parent} name={name} body={} at={}", quoted(body), at.millis())
        }
        HostEvent::Edited { id, body, at } => {
            format!("comment-edited id={id} body={} at={}", quoted(body), at.millis())
        }
        HostEvent::Deleted(id) => format!("comment-deleted id={id}"),
        HostEvent::Restored(id) => format!("comment-restored id={id}"),
        HostEvent::Erased(id) => format!("comment-erased id={id}"),
        HostEvent::Reacted { id, reaction, is_back } => {
            let id = id.map_or("null".to_owned(), |id| id.to_string());
            format!("reaction id={id} reaction={} removed={is_back}", quoted(reaction.name()))
        }
        HostEvent::Saved { id, state } => format!("saved id={id} state={}", saved(*state)),
        HostEvent::Warned(warning) => format!("storage-warning reason={}", reason(*warning)),
        HostEvent::Failed { code, message } => format!("error code={code} message={}", quoted(message)),
    }
}

/// Only the first two are ever told; a listener would see the others as "kept".
fn saved(state: SaveState) -> &'static str {
    match state {
        SaveState::Saved => "saved",
        SaveState::Kept | SaveState::InMemory | SaveState::Saving | SaveState::AtRisk => "kept",
    }
}

fn reason(warning: StorageWarning) -> &'static str {
    match warning {
        StorageWarning::Blocked => "blocked",
        StorageWarning::Full => "full",
        StorageWarning::NearlyFull => "nearly-full",
        StorageWarning::Unreadable => "unreadable",
        StorageWarning::KeyCollision => "occupied",
        StorageWarning::AtRisk => "at-risk",
    }
}

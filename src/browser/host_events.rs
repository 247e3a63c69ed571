//! What the page is told: a bubbling, composed `CustomEvent` on the element, with a plain object that says what happened.

use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use super::host_calls::{count, object};
use crate::app::host_event::{HostEvent, StorageWarning};
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadId;
use crate::domain::timestamp::Timestamp;
use crate::replica::save_state::SaveState;

/// Dispatches one.
pub fn dispatch(host: &HtmlElement, thread: &ThreadId, event: HostEvent) {
    let (name, fields) = described(event);
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    let mut detail = vec![("thread", text(thread.as_str()))];
    detail.extend(fields);
    init.set_detail(&object(&detail));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = host.dispatch_event(&event);
    }
}

/// An event's name and the fields of its detail.
fn described(event: HostEvent) -> (&'static str, Vec<(&'static str, JsValue)>) {
    match event {
        HostEvent::Ready { count: comments } => ("article-widget:ready", vec![("count", count(comments))]),
        HostEvent::Posted { id: comment, parent, name, body, at } => {
            let parent = parent.map_or(JsValue::NULL, id);
            let name = name.map_or(JsValue::NULL, |name| text(&name));
            let fields = vec![("id", id(comment)), ("parent", parent), ("name", name), ("body", text(&body)), time(at)];
            ("article-widget:comment-posted", fields)
        }
        HostEvent::Edited { id: comment, body, at } => {
            ("article-widget:comment-edited", vec![("id", id(comment)), ("body", text(&body)), time(at)])
        }
        HostEvent::Deleted(comment) => ("article-widget:comment-deleted", vec![("id", id(comment))]),
        HostEvent::Restored(comment) => ("article-widget:comment-restored", vec![("id", id(comment))]),
        HostEvent::Erased(comment) => ("article-widget:comment-erased", vec![("id", id(comment))]),
        HostEvent::Reacted { id: comment, reaction, is_back } => {
            let (comment, reaction) = (comment.map_or(JsValue::NULL, id), text(reaction.name()));
            ("article-widget:reaction", vec![("id", comment), ("reaction", reaction), ("removed", is_back.into())])
        }
        HostEvent::Saved { id: comment, state } => {
            let state = if state == SaveState::Saved { "saved" } else { "kept" };
            ("article-widget:saved", vec![("id", id(comment)), ("state", text(state))])
        }
        HostEvent::Warned(warning) => ("article-widget:storage-warning", vec![("reason", text(reason(warning)))]),
        HostEvent::Failed { code, message } => {
            ("article-widget:error", vec![("code", text(code)), ("message", text(&message))])
        }
    }
}

/// Why storage is a worry, as a word that does not change.
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

fn text(text: &str) -> JsValue {
    JsValue::from_str(text)
}

fn id(id: OperationId) -> JsValue {
    text(&id.to_string())
}

fn time(at: Timestamp) -> (&'static str, JsValue) {
    #[expect(clippy::cast_precision_loss, reason = "the range of dates fits 53 bits")]
    let millis = at.millis() as f64;
    ("at", JsValue::from_f64(millis))
}

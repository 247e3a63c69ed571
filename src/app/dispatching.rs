//! The events that are dispatched to the page.

use super::config::Config;
use super::effect::Effect;
use super::host_event::HostEvent;
use super::step::Step;
use crate::domain::operation_id::OperationId;
use crate::store::format::operation::{Kind, Operation};

/// Dispatches an event of the thread that is shown to the page.
pub(super) fn dispatch(config: &Config, event: HostEvent) -> Effect {
    Effect::DispatchEvent { thread: config.thread.clone(), event }
}

/// What its developers are told of the messages that cannot be shown.
pub(super) fn message_diagnostics(config: &Config) -> Vec<Step> {
    let mut steps = Vec::new();
    for diagnostic in config.message_diagnostics.iter() {
        let message = diagnostic.message();
        steps.push(Effect::Warn(message.clone()).into());
        if diagnostic.is_error() {
            steps.push(dispatch(config, HostEvent::Failed { code: "strings", message }).into());
        }
    }
    steps
}

/// What the page is told of an operation of the reader's that was accepted.
pub(super) fn done(config: &Config, operation: &Operation) -> Option<Effect> {
    let (id, at) = (operation.id, operation.at);
    let event = match &operation.kind {
        Kind::Post { parent, body: Some(body) } => {
            let name = operation.author.name.as_ref().map(|name| name.as_str().to_owned());
            HostEvent::Posted { id, parent: *parent, name, body: body.as_str().to_owned(), at }
        }
        Kind::Edit { target, body } => HostEvent::Edited { id: *target, body: body.as_str().to_owned(), at },
        Kind::Delete { target } => HostEvent::Deleted(*target),
        Kind::Restore { target } => HostEvent::Restored(*target),
        Kind::Erase { target, .. } => HostEvent::Erased(*target),
        Kind::React { target, reaction, is_back } => HostEvent::Reacted {
            id: (*target != OperationId::ARTICLE).then_some(*target),
            reaction: reaction.clone(),
            is_back: *is_back,
        },
        // What changes no text and shows or hides none is nothing to a page.
        _ => return None,
    };
    Some(dispatch(config, event))
}

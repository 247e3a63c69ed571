//! How the host API calls of "Your comments" are carried out.

use super::effect::{Effect, Work};
use super::exports::Export;
use super::host_call::{HostCall, HostResult};
use super::import::Import;
use super::state::Manage;
use super::{files, import_writing, importing};
use crate::replica::Env;

/// Begins what a call asks for.
#[inline(never)]
pub(super) fn take(manage: &mut Manage, ticket: u32, call: HostCall, env: &mut Env) -> Vec<Effect> {
    match call {
        HostCall::Export { kind, everything } => {
            files::begin(manage, Export { kind, everything, ticket: Some(ticket) })
        }
        HostCall::Preview(text) => match importing::opened(Ok(text)) {
            Import::Refused(error) => vec![Effect::Settle { ticket, result: HostResult::Refused(error) }],
            import => {
                manage.host_calls.files.insert(ticket, import);
                vec![Effect::Continue(Work::HostCall(ticket))]
            }
        },
        HostCall::Commit(preview) => commit(manage, ticket, preview, env),
    }
}

/// Writes what was shown; the panel shows how far it is, and lets the reader undo it. An import that the reader has open
/// there is not displaced: then nothing is written, and the page may ask again.
fn commit(manage: &mut Manage, ticket: u32, preview: u32, env: &mut Env) -> Vec<Effect> {
    let is_free = matches!(manage.import, Import::None | Import::Done(_) | Import::Refused(_));
    if is_free && let Some(shown) = manage.host_calls.previews.remove(&preview) {
        manage.panel.get_or_insert_default();
        return import_writing::write(manage, &shown, "", Some(ticket), env);
    }
    vec![Effect::Settle { ticket, result: HostResult::Failed }]
}

//! How what a script of the page asks for is done.

use super::effect::{Effect, Work};
use super::import::Import;
use super::requests::{Reply, Request};
use super::state::Manage;
use super::wishes::Wish;
use super::{files, import_writing, importing};
use crate::replica::Env;

/// Takes a request.
pub(super) fn take(manage: &mut Manage, ticket: u32, request: Request, env: &mut Env) -> Vec<Effect> {
    match request {
        Request::Export { kind, everything } => files::begin(manage, Wish { kind, everything, ticket: Some(ticket) }),
        Request::Preview(text) => match importing::opened(Ok(text)) {
            Import::Refused(error) => vec![Effect::Reply { ticket, reply: Reply::Refused(error) }],
            import => {
                manage.requests.files.insert(ticket, import);
                vec![Effect::Continue(Work::Request(ticket))]
            }
        },
        Request::Commit(preview) => commit(manage, ticket, preview, env),
    }
}

/// Writes what was shown; the panel shows how far it is, and lets the reader undo it. An import that the reader has open
/// there is not displaced: then nothing is written, and the page may ask again.
fn commit(manage: &mut Manage, ticket: u32, preview: u32, env: &mut Env) -> Vec<Effect> {
    let is_free = matches!(manage.import, Import::None | Import::Done(_) | Import::Refused(_));
    if is_free && let Some(shown) = manage.requests.previews.remove(&preview) {
        manage.panel.get_or_insert_default();
        return import_writing::write(manage, &shown, "", Some(ticket), env);
    }
    vec![Effect::Reply { ticket, reply: Reply::Failed }]
}

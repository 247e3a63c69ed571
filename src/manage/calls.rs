//! How what a script of the page asks for is done.

use super::effect::{Effect, Purpose, Work};
use super::import::Import;
use super::requests::{Reply, Request};
use super::state::Manage;
use super::wishes::{Read, Wish};
use super::{files, import_writing, importing};
use crate::replica::Env;
use crate::store::file::thread_file::FileKind;

/// Takes a request.
pub(super) fn take(manage: &mut Manage, ticket: u32, request: Request, env: &mut Env) -> Vec<Effect> {
    match request {
        Request::Export { kind, everything } => {
            let wish = Wish { kind, everything, ticket: Some(ticket) };
            // What others may see of the shown discussion is what the page knows of it.
            if kind == FileKind::Publication && !everything {
                return files::ask_thread(manage, wish, Read { complete: true, ..Read::default() });
            }
            vec![Effect::ReadEverything(Purpose::File(wish))]
        }
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

//! "Your comments": what follows from what happened.

use super::effect::{Effect, Purpose};
use super::msg::Msg;
use super::state::Manage;
use super::{files, host_calls, import_writing, importing, panel_actions, purging, responses, undoing};
use crate::port::announced::Announced;
use crate::port::{HeldImport, ToManage, ToThread};
use crate::replica::Env;
use crate::store::copy::request::{CopyId, Response};

/// Changes the model by one `Msg` and says what is to be done. The same model, `Msg` and environment always give
/// the same effects.
pub fn update(manage: &mut Manage, msg: Msg, env: &mut Env) -> Vec<Effect> {
    manage.now = env.now;
    let mut effects = follow(manage, msg, env);
    effects.extend(purging::report(manage));
    if manage.imports.let_go(&manage.import) {
        effects.push(Effect::ToThread(ToThread::Held(HeldImport::Gone)));
    }
    let wake_at = manage.next_change();
    if let Some(at) = wake_at
        && wake_at != manage.wake_at
    {
        effects.push(Effect::WakeAfter(at.since(manage.now)));
    }
    manage.wake_at = wake_at;
    effects
}

fn follow(manage: &mut Manage, msg: Msg, env: &mut Env) -> Vec<Effect> {
    match msg {
        Msg::Responded(response) => responded(manage, response),
        Msg::Heard(broadcast) => {
            manage.hear(&broadcast);
            Vec::new()
        }
        Msg::FromThread(told) => follow_thread(manage, told, env),
        Msg::Woken => {
            manage.outbox.hurry(manage.now);
            purging::again(manage)
        }
        Msg::Hidden => manage.outbox.leave().into_iter().map(Effect::Store).collect(),
        Msg::Ticked => {
            // The timer that was asked for is spent, whatever it was for.
            manage.wake_at = None;
            manage.outbox.due(manage.now).into_iter().map(Effect::Store).collect()
        }
        Msg::GotTime(work) => importing::go_on(manage, work),
        Msg::ReadEverything { purpose, records, complete, usage } => {
            panel_actions::read_everything(manage, purpose, records, complete, usage)
        }
        Msg::HostCalled { ticket, call } => host_calls::take(manage, ticket, call, env),
        Msg::CopiedText(worked) => {
            let said = if worked { Announced::Copied } else { Announced::NotCopied };
            vec![Effect::ToThread(ToThread::Say(said))]
        }
        Msg::Panel(msg) => panel_actions::follow(manage, msg),
        Msg::File(msg) => panel_actions::follow_file(manage, msg),
        Msg::Import(msg) => panel_actions::follow_import(manage, msg, env),
    }
}

/// Takes the response of a copy.
fn responded(manage: &mut Manage, response: Response) -> Vec<Effect> {
    match response {
        Response::Wrote { copy, key, result } => {
            let imported = (copy == CopyId::Primary).then(|| import_writing::wrote(&mut manage.import, &key, result));
            imported.flatten().unwrap_or_else(|| responses::wrote(manage, copy, &key, result))
        }
        Response::Checked { key, result } => responses::checked(manage, &key, result),
        Response::Removed { copy, thread, keys, result } => {
            purging::removed(manage, copy, &thread, &keys, result);
            let has_space = copy == CopyId::Primary && result.is_ok();
            let mut effects = if has_space { responses::has_space(manage) } else { Vec::new() };
            effects.push(Effect::ToThread(ToThread::Removed { copy, thread, keys, result }));
            effects
        }
        // "Your comments" asks for no list of keys.
        Response::Listed { .. } | Response::Fetched { .. } => Vec::new(),
    }
}

/// Follows what the thread on this page says.
#[inline(never)]
fn follow_thread(manage: &mut Manage, told: ToManage, env: &mut Env) -> Vec<Effect> {
    match told {
        ToManage::Here(here) => {
            // A deletion that the reader asked for where another discussion was shown goes on, and nothing is announced of it here.
            if here.thread != manage.here.thread {
                manage.purge.requested = None;
            }
            manage.here = *here;
            Vec::new()
        }
        ToManage::Broadcast(broadcast) => {
            manage.hear(&broadcast);
            Vec::new()
        }
        ToManage::Snapshot(number, snapshot) => files::take_snapshot(manage, number, &snapshot),
        ToManage::Judged { key, stays } => import_writing::judged(&mut manage.import, key, stays),
        ToManage::UndoImport => undoing::undo_held(manage, env),
        ToManage::ImportAgain => import_writing::again(manage, env),
        ToManage::Deleted => {
            manage.purge.awaits_here = false;
            let shows = manage.panel.as_ref().filter(|_| manage.purge.requested.is_none());
            shows.map(|_| Effect::ReadEverything(Purpose::Show)).into_iter().collect()
        }
        ToManage::FreedSpace => responses::has_space(manage),
        ToManage::KeptElsewhere => {
            manage.outbox = Default::default();
            manage.purge = Default::default();
            manage.imports.undoing.clear();
            Vec::new()
        }
    }
}

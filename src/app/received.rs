//! What "Your comments" on this page says to the thread, and what other pages say.

use super::composer::NAME_KEY;
use super::context::Context;
use super::effect::Effect;
use super::state::App;
use super::step::Step;
use super::{deleting, responses};
use crate::port::{Held, Snapshot, ToManage, ToThread};
use crate::replica::{Env, Replica, Storage};
use crate::store::copy::request::{Broadcast, Found};
use crate::store::format::stored_text::StoredText;

/// Takes a broadcast of another tab or widget, or what "Your comments" on this page has broadcast to them.
pub(super) fn hear(app: &mut App, broadcast: Broadcast, env: &mut Env) -> Vec<Step> {
    match broadcast {
        Broadcast::Record(Found { key, value: StoredText::Text(name) }) if key == NAME_KEY => {
            app.composer.heard_name(&name);
            Vec::new()
        }
        Broadcast::Record(found) => vec![Step::Out(app.discussion.heard(&found, env))],
        Broadcast::AskDrafts(thread) => vec![Step::Out(app.discussion.answer_for_drafts(&thread))],
        Broadcast::Forgotten => deleting::forget(app),
    }
}

/// Follows what "Your comments" says.
pub(super) fn follow(app: &mut App, told: ToThread, env: &mut Env) -> Vec<Step> {
    match told {
        ToThread::Broadcast(Broadcast::Record(found)) => vec![Step::Out(app.discussion.heard_here(&found, env))],
        ToThread::Broadcast(broadcast) => hear(app, broadcast, env),
        ToThread::Kept(key) => vec![Step::Out(app.discussion.was_kept(&key))],
        ToThread::AskSnapshot(number) => vec![Effect::ToManage(ToManage::Snapshot(number, snapshot(app))).into()],
        ToThread::Imported(found) => {
            app.quota.took(found.units());
            let (stays, outputs) = app.discussion.imported(&found, env);
            vec![Step::Out(outputs), Effect::ToManage(ToManage::Judged { key: found.key, stays }).into()]
        }
        ToThread::ImportEnded => vec![Step::List, Step::Out(app.discussion.look_at_others())],
        ToThread::Held(held) => {
            app.actions.import_is(held);
            Vec::new()
        }
        ToThread::Erase(id) => {
            let App { config, discussion, actions, .. } = app;
            actions.erase(id, &mut Context { config, discussion, env })
        }
        ToThread::DeleteEverything { says } => deleting::delete_everything(app, says),
        ToThread::Removed { copy, thread, keys, result } => responses::removed(app, copy, &thread, &keys, result),
        ToThread::Counted(usage) => {
            app.quota.counted(usage);
            Vec::new()
        }
        ToThread::Say(what) => vec![Step::Say(what)],
    }
}

/// All that this page knows of the discussion, id by id.
fn snapshot(app: &App) -> Snapshot {
    Snapshot(app.discussion.all().map(held).collect())
}

fn held(replica: &Replica) -> Held {
    let sent = replica.outbox().records();
    Held {
        thread: replica.key(),
        records: replica.records().into_iter().map(|(key, value, _)| found(key, &value)).collect(),
        sent: sent.map(|(key, value)| found(key.to_owned(), value)).collect(),
        has_key_collision: replica.storage() == Storage::KeyCollision,
    }
}

fn found(key: String, value: &str) -> Found {
    Found { key, value: StoredText::from(value) }
}

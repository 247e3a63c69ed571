//! The thread: what follows from what happened. Each `Msg` goes to its room; what concerns several is put together here.

use super::composer::composers::ComposerId;
use super::context::Context;
use super::effect::{Effect, FocusTarget};
use super::events::{carry_out, look_at};
use super::host_call::{HostCall, HostResult};
use super::host_event::HostEvent;
use super::msg::{ActionMsg, Msg, PageMsg, ReactionMsg};
use super::state::App;
use super::step::Step;
use super::{deleting, dispatching, lifecycle, received, responses, step, warnings};
use crate::port::ToManage;
use crate::port::announced::Announced;
use crate::replica::{Env, Replica, Storage};
use crate::store::copy::request::Broadcast;

/// Changes the model by one `Msg` and says what is to be done. The same model, `Msg` and environment always give
/// the same effects.
pub fn update(app: &mut App, msg: Msg, env: &mut Env) -> Vec<Effect> {
    app.is_now(env.now);
    let steps = follow(app, msg, env);
    let mut effects = carry_out(app, steps);
    effects.extend(hear_own_broadcasts(app, &effects, env));
    let reported = app.actions.report(&app.discussion, app.now);
    effects.extend(carry_out(app, reported));
    effects.extend(app.notices.at_risk(app.discussion.is_at_risk(app.now)));
    effects.extend(warn(app));
    effects.extend(app.actions.offer());
    // While the published file comes, there is no time to look at it.
    if app.published.has_ended() {
        effects.extend(look_at(app, None));
    }
    let is_coming = app.article.is_coming() || app.published.is_coming();
    effects.extend(app.host_calls.fulfilled(&app.discussion, is_coming));
    effects.extend(say_where(app));
    effects.extend(seek(app));
    app.list.keep_time(app.discussion.rows(), app.now);
    // While the published file is being read, rows may still come between those that are there.
    effects.extend(app.list.wants(app.discussion.rows(), app.published.is_coming()));
    effects.extend(app.finding.wants(app.list.revision()));
    let wake_at = app.next_change();
    if let Some(at) = wake_at
        && wake_at != app.told.wake_at
    {
        effects.push(Effect::WakeAfter(at.since(app.now)));
    }
    app.told.wake_at = wake_at;
    effects
}

/// Hands a record that this page broadcasts to the replica of another id of the discussion, if it is of that replica's thread and
/// was not written by it: a page does not receive its own broadcasts.
fn hear_own_broadcasts(app: &mut App, effects: &[Effect], env: &mut Env) -> Vec<Effect> {
    let mut heard = Vec::new();
    for effect in effects {
        if let Effect::Broadcast(Broadcast::Record(found)) = effect {
            heard.extend(app.discussion.told(found, env));
        }
    }
    carry_out(app, vec![Step::Out(heard)])
}

/// Tells the page of what has begun to be wrong with storage: once, until it is right again.
fn warn(app: &mut App) -> Vec<Effect> {
    let quota = app.quota.usage(app.config.storage).map(|usage| usage.quota_state());
    let reasons = warnings::reasons(&app.config, &app.discussion, quota, app.notices.is_at_risk());
    let tell = |warning| dispatching::dispatch(&app.config, HostEvent::Warned(warning));
    app.notices.warn(&reasons).into_iter().map(tell).collect()
}

/// Tells "Your comments" what it is to know of this page ([`crate::port::Here`]), if that has changed.
fn say_where(app: &mut App) -> Option<Effect> {
    // A changed configuration takes `said` away. What else can change is compared here at every `Msg`, so without making a `Here`.
    let has_key_collision = app.storage() == Storage::KeyCollision;
    let author = app.composer.author();
    if app
        .told
        .here
        .as_ref()
        .is_some_and(|said| said.has_key_collision == has_key_collision && said.author.as_ref() == author)
    {
        return None;
    }
    let here = app.here();
    app.told.here = Some(here.clone());
    Some(Effect::ToManage(ToManage::Here(Box::new(here))))
}

/// Tells the page whether the comment is here that its address names. What an article that is on its way would push away is not
/// led to yet.
fn seek(app: &mut App) -> Option<Effect> {
    if app.article.is_coming() {
        return None;
    }
    let is_read = !app.published.is_coming() && !app.discussion.all().any(Replica::is_reading) && app.is_ready();
    app.list.seek(app.discussion.rows(), is_read)
}

/// What follows from one `Msg`.
// Large rooms that are called in one place alone are kept out of this function by `#[inline(never)]`: one
// of over 15,000 bytes (`cargo xtask size`) cannot be parted, and hides what it is made of.
#[inline(never)]
fn follow(app: &mut App, msg: Msg, env: &mut Env) -> Vec<Step> {
    let is_full = app.is_full();
    let App { config, discussion, .. } = app;
    let context = &mut Context { config, discussion, env };
    match msg {
        Msg::Composer(msg) => app.composer.follow(msg, is_full, context),
        Msg::List(msg) => app.list.follow(msg, discussion.rows(), app.composer.composers().open_comments()),
        Msg::Action(ActionMsg::Reaction(msg)) => {
            let is_choice = matches!(msg, ReactionMsg::Chose { .. });
            let (author, kept) = is_choice.then(|| app.composer.sign(context.env)).unzip();
            let mut steps = app.actions.react(msg, author, context);
            steps.extend(kept.flatten().map(Step::Do));
            steps
        }
        Msg::Action(msg) => app.actions.follow(msg, context),
        Msg::Finding(msg) => app.finding.follow(msg, discussion),
        Msg::Submission(msg) => app.submission.follow(msg, context),
        Msg::Article(msg) => step::only(app.article.follow(msg, config)),
        Msg::Published(msg) => app.published.follow(msg, context),
        Msg::Started => lifecycle::start(app),
        Msg::Ticked => {
            // The timer that was asked for is spent, whatever it was for.
            app.told.wake_at = None;
            vec![Step::Out(app.discussion.tick(env))]
        }
        Msg::ChangedConfig(config) => lifecycle::configure(app, *config),
        Msg::Responded(response) => responses::take(app, response, env),
        Msg::Heard(broadcast) => received::hear(app, broadcast, env),
        Msg::FromManage(said) => received::follow(app, said, env),
        Msg::HostCalled { ticket, call } => host_called(app, ticket, call),
        Msg::Page(msg) => follow_page(app, msg, env),
    }
}

/// What follows from what the browser said.
fn follow_page(app: &mut App, msg: PageMsg, env: &mut Env) -> Vec<Step> {
    match msg {
        PageMsg::Woken => {
            app.discussion.hurry();
            let mut steps = vec![Step::Out(app.discussion.look())];
            steps.extend(app.quota.again(app.now, app.config.storage).map(Step::Do));
            steps
        }
        PageMsg::Hidden => {
            let mut steps = vec![Step::Out(app.discussion.hide())];
            if app.is_ready() {
                steps.extend(app.finding.keep(app.config.thread.key(), &app.discussion));
            }
            steps
        }
        PageMsg::StartedPrinting | PageMsg::EndedPrinting => {
            let open = app.composer.composers().open_comments();
            let printing = msg == PageMsg::StartedPrinting;
            if printing {
                app.unfold(true);
            }
            let effect = app.list.printing(printing, app.discussion.rows(), open);
            if !printing {
                app.unfold(false);
            }
            vec![effect.into()]
        }
        PageMsg::MeasuredUsage(usage) => {
            app.quota.counted(usage);
            let is_full = app.is_full();
            let App { config, discussion, composer, .. } = app;
            composer.usage_was_measured(is_full, &mut Context { config, discussion, env })
        }
        PageMsg::ReadPreferences { name, author, sort } => {
            app.composer.remembered(name, author);
            app.list.remembered(sort);
            Vec::new()
        }
        PageMsg::DrewAuthor(author) => {
            env.spare_author = author;
            Vec::new()
        }
        PageMsg::NotToldOfSevenDays => {
            app.notices.say_seven_days();
            Vec::new()
        }
        PageMsg::CameNames(code) => {
            app.names.take_code(code, &app.discussion);
            Vec::new()
        }
        PageMsg::MissedNames => {
            app.names.missed();
            Vec::new()
        }
        PageMsg::CopiedText(worked) => vec![Step::Say(if worked { Announced::Copied } else { Announced::NotCopied })],
    }
}

/// Does what a script of the host page calls for.
fn host_called(app: &mut App, ticket: u32, call: HostCall) -> Vec<Step> {
    match call {
        HostCall::FocusForm if app.config.readonly => {
            vec![Effect::Settle { ticket, result: HostResult::Closed }.into()]
        }
        HostCall::FocusForm => {
            app.published.put_composer_first();
            let focus = Effect::Focus(FocusTarget::Composer(ComposerId::New));
            vec![focus.into(), Effect::Settle { ticket, result: HostResult::Done }.into()]
        }
        HostCall::Reload => {
            app.host_calls.wait_for_reading(ticket);
            let mut steps = step::only(app.article.again(app.config.src.as_ref()));
            steps.push(Step::Out(app.discussion.look()));
            steps.extend(app.published.fetch(&app.config, &mut app.discussion));
            steps
        }
        HostCall::Clear => {
            let steps = deleting::delete_everything(app, true);
            app.host_calls.wait_for_clearing(ticket, &app.discussion);
            steps
        }
    }
}

//! How a thread is opened, and what a changed attribute changes.

use super::config::Config;
use super::effect::{Effect, LinkRequest};
use super::state::App;
use super::step::Step;
use super::{dispatching, step};
use crate::port::ToManage;
use crate::store::oplog::reactions::reactions;

/// What is to be done when a widget is mounted.
pub(super) fn start(app: &mut App) -> Vec<Step> {
    app.discussion.count_reactions_by(reactions);
    let mut steps = step::only(app.article.start(app.config.src.as_ref()));
    steps.extend(dispatching::message_diagnostics(&app.config));
    steps.push(Effect::ReadPreferences.into());
    if app.list.branches().is_to_read {
        steps.push(Effect::ReadFolds(app.config.thread.key()).into());
    }
    steps.extend(open(app));
    steps
}

/// Forgets the thread that is in memory, and asks for that of the configuration to be read.
fn open(app: &mut App) -> Vec<Step> {
    app.actions.leave_thread();
    app.composer.wait_no_more();
    app.submission.leave_thread();
    app.names.leave_thread();
    app.finding.leave_thread();
    let mut steps = step::only(app.published.leave());
    steps.push(Effect::ReadSeen(app.config.thread.key()).into());
    steps.push(Step::Out(app.discussion.open(app.config.thread.clone(), &app.config.aliases, app.now)));
    app.bring_list(false);
    steps
}

/// Follows changed attributes.
#[inline(never)]
pub(super) fn configure(app: &mut App, config: Config) -> Vec<Step> {
    app.told.here = None;
    let moves = config.thread != app.config.thread || config.storage != app.config.storage;
    // Drafts are written out first: they belong to the thread that is left.
    let mut steps = vec![Step::Out(if moves { app.discussion.flush_drafts() } else { Vec::new() })];
    let before = std::mem::replace(&mut app.config, config);
    if before.sort != app.config.sort && app.list.is_as_configured() {
        app.bring_list(true);
    }
    if before.message_diagnostics != app.config.message_diagnostics {
        steps.extend(dispatching::message_diagnostics(&app.config));
    }
    if before.src != app.config.src {
        steps.extend(app.article.begin(app.config.src.as_ref()).map(Step::Do));
    }
    if moves {
        app.composer.leave_thread();
        app.list.leave_thread();
        steps.push(Effect::ReadFolds(app.config.thread.key()).into());
        steps.push(Effect::Link(LinkRequest::Look).into());
        // Operations that are on their way are still kept where they were to go; but not if comments are kept elsewhere from now on.
        if before.storage != app.config.storage {
            app.discussion.give_up_sending();
            app.actions.give_up_deleting();
            steps.push(Effect::KeepIn(app.config.storage).into());
            steps.push(Effect::ToManage(ToManage::KeptElsewhere).into());
        }
        steps.extend(open(app));
    } else if before.aliases != app.config.aliases {
        let renamed = app.discussion.rename(&app.config.aliases, app.now);
        app.bring_list(false);
        steps.extend(app.names.look(&app.discussion, None).map(Step::Do));
        steps.push(Step::Out(renamed));
        steps.extend(app.published.fetch(&app.config, &mut app.discussion));
    } else if before.comments != app.config.comments {
        steps.extend(app.published.fetch(&app.config, &mut app.discussion));
    }
    steps
}

//! What follows from what the rooms and the discussion say, in the order in which they say it.

use super::composer::composers::{ComposerId, ComposerProblem};
use super::config::{Config, Persistence};
use super::effect::{Effect, FocusTarget};
use super::host_event::HostEvent;
use super::state::App;
use super::step::Step;
use super::{dispatching, step};
use crate::domain::filter::Filter;
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_set::SortedSet;
use crate::domain::written::Written;
use crate::port::announced::Announced;
use crate::replica::save_state::SaveState;
use crate::replica::{Event, Output};
use crate::store::copy::store_error::StoreError;
use crate::store::format::operation::{Kind, Operation};

/// Carries out the steps that concern the program itself, and gives those for the browser as effects.
pub(super) fn carry_out(app: &mut App, steps: Vec<Step>) -> Vec<Effect> {
    let mut effects = Vec::new();
    for step in steps {
        match step {
            Step::Do(effect) => effects.push(effect),
            Step::Out(outputs) => {
                for output in outputs {
                    match output {
                        Output::Ask(request) => effects.push(Effect::Store(request)),
                        Output::Broadcast(broadcast) => effects.push(Effect::Broadcast(broadcast)),
                        Output::Event(event) => {
                            let steps = follow(app, event);
                            effects.extend(carry_out(app, steps));
                        }
                    }
                }
            }
            Step::Say(what) => app.notices.announce(what),
            Step::List => app.bring_list(false),
            Step::Turn => {
                app.finding.touch();
                app.bring_list(true);
            }
            Step::Fold(id) => effects.push(app.fold(id)),
            Step::Reveal(id) => effects.extend(reveal(app, id)),
            Step::Led(id) => {
                effects.extend(reveal(app, id));
                app.list.point_at(id);
            }
            Step::Found(id) => found(app, id),
            Step::Filter(filter) => app.filter(filter),
            Step::Close(opened) => {
                app.list.fold_again(opened);
                if app.list.filter() == Filter::All { app.bring_list(false) } else { app.filter(Filter::All) }
            }
        }
    }
    effects
}

/// Opens what hides a comment, and draws it. A reader who is led to what they have filtered out wants to see it.
fn reveal(app: &mut App, id: OperationId) -> Option<Effect> {
    if app.rows().position(id).is_none() && app.list.filter() != Filter::All {
        app.filter(Filter::All);
    }
    let opened = app.list.open_above(id, app.discussion.rows());
    let keep = (!opened.is_empty()).then(|| app.fold(id));
    app.list.reveal(id, app.discussion.rows());
    keep
}

/// The same for what a search has found: what is opened for it is folded again afterwards, and not remembered meanwhile.
fn found(app: &mut App, id: OperationId) {
    let opened = app.list.open_above(id, app.discussion.rows());
    if !opened.is_empty() {
        app.finding.has_opened(opened);
        app.bring_list(false);
    }
    app.list.reveal(id, app.discussion.rows());
    app.list.point_at(id);
}

/// Tells the rooms of an event of the discussion.
fn follow(app: &mut App, event: Event) -> Vec<Step> {
    match event {
        // The list follows with what caused this: an act on this page, the end of reading or of an import.
        Event::Changed(ids) => step::only(look_at(app, Some(&ids))),
        Event::Collided => step::only(look_at(app, None)),
        Event::Arrived { ids, are_more } => {
            let mut steps = vec![Step::List];
            steps.extend(look_at(app, Some(&ids)).map(Step::Do));
            if are_more {
                steps.push(Step::Say(Announced::Arrived));
            }
            steps
        }
        Event::Opened | Event::Refilled => vec![Effect::MeasureUsage.into()],
        Event::Ready => {
            let told = dispatching::dispatch(&app.config, HostEvent::Ready { count: app.thread().count() });
            let mut steps = vec![Step::List, told.into()];
            steps.extend(look_at(app, None).map(Step::Do));
            steps.extend(app.published.fetch(&app.config, &mut app.discussion));
            steps
        }
        Event::Finished(composer) => {
            app.composer.finish(composer);
            vec![Step::List]
        }
        Event::Adopted { composer: ComposerId::New, written: Written { text, syntax }, .. } => {
            app.composer.choose(ComposerId::New, syntax);
            vec![Effect::FillComposer { composer: ComposerId::New, text }.into()]
        }
        Event::Adopted { composer, written, closed } => {
            app.composer.adopt(composer, written, closed);
            vec![Step::List]
        }
        Event::UsedSpace(units) => {
            app.quota.took(units);
            Vec::new()
        }
        Event::Accepted(operation) => step::only(dispatching::done(&app.config, &operation)),
        Event::Shown { operation, composer, result } => shown(app, &operation, composer, result),
        Event::Refused(composer, error) => vec![app.composer.refuse(composer, ComposerProblem::Store(error)).into()],
        Event::Saved { id, state } => vec![dispatching::dispatch(&app.config, HostEvent::Saved { id, state }).into()],
        Event::Acknowledged { state, was_told, is_first } => {
            acknowledged(&app.config, app.notices.forgets(), state, was_told, is_first)
        }
    }
}

/// Looks at these comments, or at all: which are new, and what is odd about the names on them. While the thread is being read they are
/// not looked at: all of them are, then.
pub(super) fn look_at(app: &mut App, ids: Option<&SortedSet<OperationId>>) -> Option<Effect> {
    if !app.is_ready() {
        return None;
    }
    if app.finding.look(&app.discussion, ids) {
        app.want();
    }
    app.names.look(&app.discussion, ids)
}

/// What follows once the thread shows an operation of the reader's. `composer`: where they wrote it.
fn shown(
    app: &mut App,
    operation: &Operation,
    composer: Option<ComposerId>,
    result: Result<(), StoreError>,
) -> Vec<Step> {
    app.actions.note(operation, &app.discussion);
    let is_post = operation.kind.target().is_none();
    let about = operation.kind.target().unwrap_or(operation.id);
    let Some(composer) = composer else {
        let mut steps = vec![Step::List];
        if matches!(operation.kind, Kind::Restore { .. }) {
            steps.push(Step::Reveal(about));
        }
        return steps;
    };
    app.composer.finish(composer);
    let said = match (is_post, result) {
        (true, Ok(())) => Announced::Posted,
        (true, Err(_)) => Announced::PostedInMemory,
        (false, _) => Announced::Edited,
    };
    let focus = if is_post { FocusTarget::Comment(about) } else { FocusTarget::Edit(about) };
    vec![Step::List, Step::Reveal(about), Step::Say(said), Effect::Focus(focus).into()]
}

/// What follows once what was written last is kept for certain. `forgets`: this browser removes what a site keeps when the site
/// is not used for seven days.
fn acknowledged(config: &Config, forgets: bool, state: SaveState, was_told: bool, is_first: bool) -> Vec<Step> {
    // Whoever was told that a text is being saved is told how it ended.
    let mut steps = Vec::new();
    if was_told {
        steps.push(Step::Say(if state == SaveState::Saved { Announced::Saved } else { Announced::Kept }));
    }
    if is_first {
        steps.push(Effect::AskToPersist.into());
    }
    if is_first && forgets && config.storage == Persistence::Browser {
        steps.push(Effect::TellSevenDaysOnce.into());
    }
    steps
}

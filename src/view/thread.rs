//! The thread: how many comments, the composer, and a range of the flat list.

use std::rc::Rc;

use yew::prelude::*;

use super::composer::ComposerForm;
use super::gap::gap;
use super::messages::Message;
use super::messages::published::COMING;
use super::messages::thread as text;
use super::notice::notices;
use super::other_drafts::other_drafts;
use super::part_notice::part_notice;
use super::published::published_notice;
use super::row_group::{Mark, RowGroup};
use super::submission::submission;
use super::toolbar::toolbar;
use crate::app::App;
use crate::app::composers::{Composer, ComposerId};
use crate::app::config::Persistence;
use crate::app::groups::Placed;
use crate::app::list::List;
use crate::app::submission::has_author;
use crate::domain::messages::Messages;
use crate::domain::operation_id::OperationId;
use crate::replica::Storage;
use crate::widget::{Msg, Part, Widget};

/// Visual nesting ends here, unless the embedder says otherwise; deeper replies say whom they answer instead.
const DEEPEST: u16 = 6;

/// Draws a thread; all that changes with time comes from the widget. `panel`: "Your comments", if it is open.
pub fn thread(widget: &Widget, panel: Html, dispatch: &Callback<Msg>) -> Html {
    let app = &widget.app;
    let (announcement, messages) = (app.notices.announcement(), &app.config.messages);
    let below = app.config.composer_below;
    html! {
        <section class="thread" part="thread" aria-labelledby="heading">
            { toolbar(app, widget.manage.panel.is_some(), dispatch) }
            { part_notice(widget, Part::Manage, dispatch) }
            { panel }
            { part_notice(widget, Part::Engine, dispatch) }
            { notices(app, widget.manage.panel.is_some(), dispatch) }
            { published_notice(app, dispatch) }
            if !below {
                { writing(app, dispatch) }
            }
            if app.is_shown() {
                { list(app, dispatch) }
            } else {
                { skeleton() }
            }
            // Published comments that come above this composer would push it down.
            if below && app.is_shown() && (!app.awaits_published() || app.published.is_composer_first()) {
                { writing(app, dispatch) }
            }
            <div class="unseen" role="status">
                if let Some(announcement) = announcement {
                    <span key={announcement.serial}>{ text::announced(announcement.what, app.config.storage).show(messages) }</span>
                }
            </div>
        </section>
    }
}

/// The composer for a new comment and what stands around it, or the notice that the discussion is closed.
fn writing(app: &App, dispatch: &Callback<Msg>) -> Html {
    let messages = &app.config.messages;
    if app.config.readonly {
        return html! { <p class="notice calm closed" part="notice" data-notice="closed">{ text::CLOSED.show(messages) }</p> };
    }
    let composer = drawn(app, ComposerId::New).map(|composer| (composer.revision, composer));
    let place = text::place(app.config.storage);
    let place = place.filter(|_| !matches!(app.storage(), Storage::Blocked | Storage::KeyCollision));
    html! {
        <div class="writing">
            if let Some((key, composer)) = composer {
                <ComposerForm {key} id={ComposerId::New} {composer} name={Some(AttrValue::from(app.composer.name().to_owned()))}
                    messages={messages.clone()}
                    dispatch={dispatch.clone()} />
                { other_drafts(messages, app, ComposerId::New, dispatch) }
            }
            if let Some(place) = place {
                { where_kept(messages, place) }
            }
        </div>
    }
}

/// Holds the place of the list while the thread is being read, as high as the words of an empty list.
fn skeleton() -> Html {
    html! { <div class="skeleton" part="skeleton" aria-hidden="true"><span /><span /><span /></div> }
}

/// Where comments are kept, and what that means.
fn where_kept(messages: &Messages, (place, answer): (&Message, &Message)) -> Html {
    html! {
        <details class="where">
            <summary>
                <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                    <rect x="3" y="7" width="10" height="7" rx="1.5" /><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
                </svg>
                <span>{ place.show(messages) }</span>{ " " }<span class="question">{ text::WHERE_QUESTION.show(messages) }</span>
            </summary>
            <p>{ answer.show(messages) }</p>
        </details>
    }
}

fn list(app: &App, dispatch: &Callback<Msg>) -> Html {
    let messages = &app.config.messages;
    if app.rows().is_empty() {
        let empty = match app.config.readonly {
            _ if app.awaits_published() => COMING,
            true => text::CLOSED_EMPTY,
            false => text::EMPTY,
        };
        return html! { <p class="empty">{ empty.show(messages) }</p> };
    }
    let (is_printing, gaps) = (app.list.is_printing(), app.list.gaps(app.rows()));
    let unprinted = gaps.iter().map(ExactSizeIterator::len).sum::<usize>();
    let marks = marks(app, dispatch);
    let mut items = Vec::new();
    let (mut gaps, mut before) = (gaps.into_iter().peekable(), 0);
    for placed in app.list.groups() {
        items.extend(gaps.next_if(|gap| gap.start < placed.first).map(|range| gap(app, range, before, dispatch)));
        before = placed.group.number;
        items.push(group(app, placed, &marks, dispatch));
    }
    items.extend(gaps.map(|range| gap(app, range, before, dispatch)));
    html! {
        <>
            <ol class="comments" role="list">{ for items }</ol>
            if is_printing && unprinted > 0 {
                <p class="not-printed">{ text::NOT_PRINTED.count(messages, unprinted) }</p>
            }
        </>
    }
}

fn group(app: &App, placed: &Placed, marks: &[(u32, Mark)], dispatch: &Callback<Msg>) -> Html {
    let number = placed.group.number;
    let marks = marks.iter().filter(|(of, _)| *of == number).map(|(_, mark)| mark.clone()).collect::<Vec<_>>();
    let position = List::is_windowed(app.rows()).then(|| (placed.first, app.rows().len()));
    html! {
        <RowGroup key={number} group={Rc::clone(&placed.group)} {marks} {position}
            for_tab={app.config.storage == Persistence::Session} readonly={app.config.readonly}
            max_depth={app.config.max_depth.unwrap_or(DEEPEST)} has_author={has_author(&app.config)}
            messages={app.config.messages.clone()} dispatch={dispatch.clone()} />
    }
}

/// An open composer with the text that is to stand in it if it is drawn now; `None` in a closed discussion.
fn drawn(app: &App, id: ComposerId) -> Option<Composer> {
    let composer = app.composer.composers().get(id).filter(|_| !app.config.readonly)?;
    Some(Composer { initial: app.composer_text(id).to_owned(), ..composer.clone() })
}

/// What is to be said beside single comments that are drawn, and the number of the group in which each is.
fn marks(app: &App, dispatch: &Callback<Msg>) -> Vec<(u32, Mark)> {
    let mut ids = app.composer.composers().open_comments();
    ids.extend(app.discussion().with_save_state());
    ids.extend(app.actions.confirming());
    ids.extend(app.submission.open().map(|submission| submission.id));
    let marked = |id| Some((app.list.group_of(id, app.rows())?.group.number, mark(app, id, dispatch)));
    ids.into_iter().filter_map(marked).collect()
}

fn mark(app: &App, id: OperationId, dispatch: &Callback<Msg>) -> Mark {
    let (reply, edit) = (drawn(app, ComposerId::Reply(id)), drawn(app, ComposerId::Edit(id)));
    let composers = [reply.is_some().then_some(ComposerId::Reply(id)), edit.is_some().then_some(ComposerId::Edit(id))];
    let others = composers
        .into_iter()
        .flatten()
        .map(|composer| other_drafts(&app.config.messages, app, composer, dispatch))
        .chain([submission(app, id, dispatch)])
        .collect::<Html>();
    Mark {
        id,
        saved: app.discussion().save_state(id),
        confirming: app.actions.confirming() == Some(id),
        name: reply.is_some().then(|| AttrValue::from(app.composer.name().to_owned())),
        reply,
        edit,
        others,
    }
}

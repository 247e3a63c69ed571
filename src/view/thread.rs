//! The thread: how many comments, the composer, and a range of the flat list.

use yew::prelude::*;

use super::comment::CommentRow;
use super::composer::ComposerForm;
use super::messages::Message;
use super::messages::published::COMING;
use super::messages::thread as text;
use super::more::more;
use super::notice::notices;
use super::other_drafts::other_drafts;
use super::part_notice::part_notice;
use super::published::published_notice;
use super::submission::submission;
use super::toolbar::toolbar;
use crate::app::App;
use crate::app::composers::{Composer, ComposerId};
use crate::app::config::Persistence;
use crate::app::msg::ListMsg;
use crate::app::submission::can_send;
use crate::domain::age::Age;
use crate::domain::messages::Messages;
use crate::domain::row::Row;
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
    let before = app.list.range().start;
    let after = app.rows().len().saturating_sub(app.list.range().end);
    let rows: Vec<Row> = app.laid_out().collect();
    let unprinted = app.rows().len().saturating_sub(rows.len());
    html! {
        <>
            { more(messages, "show-earlier", &text::EARLIER.say(messages), before, ListMsg::PressedShowEarlier, dispatch) }
            <ol class="comments" role="list">{ for rows.iter().map(|row| item(app, row, dispatch)) }</ol>
            if app.list.is_printing() && unprinted > 0 {
                <p class="not-printed">{ text::NOT_PRINTED.count(messages, unprinted) }</p>
            }
            { more(messages, "show-later", &text::LATER.say(messages), after, ListMsg::PressedShowLater, dispatch) }
        </>
    }
}

/// An open composer with the text that is to stand in it if it is drawn now; `None` in a closed discussion.
fn drawn(app: &App, id: ComposerId) -> Option<Composer> {
    let composer = app.composer.composers().get(id).filter(|_| !app.config.readonly)?;
    Some(Composer { initial: app.composer_text(id).to_owned(), ..composer.clone() })
}

fn item(app: &App, row: &Row, dispatch: &Callback<Msg>) -> Html {
    let comment = &row.comment;
    let (reply, edit) = (drawn(app, ComposerId::Reply(comment.id)), drawn(app, ComposerId::Edit(comment.id)));
    let composers = [
        reply.is_some().then_some(ComposerId::Reply(comment.id)),
        edit.is_some().then_some(ComposerId::Edit(comment.id)),
    ];
    let others = composers
        .into_iter()
        .flatten()
        .map(|composer| other_drafts(&app.config.messages, app, composer, dispatch))
        .chain([submission(app, comment.id, dispatch)])
        .collect::<Html>();
    let name = reply.is_some().then(|| AttrValue::from(app.composer.name().to_owned()));
    html! {
        <CommentRow key={comment.id.to_string()} row={row.clone()}
            age={Age::between(comment.created_at, app.now)}
            edited={comment.edited_at.map(|at| Age::between(at, app.now))}
            saved={app.discussion().save_state(comment.id)} confirming={app.actions.confirming() == Some(comment.id)}
            for_tab={app.config.storage == Persistence::Session} readonly={app.config.readonly}
            max_depth={app.config.max_depth.unwrap_or(DEEPEST)}
            sends={can_send(&app.config, app.discussion(), comment.id)} {reply} {edit} {name} {others}
            messages={app.config.messages.clone()} dispatch={dispatch.clone()} />
    }
}

//! The thread: how many comments, the composer, and a range of the flat list.

use yew::prelude::*;

use super::comment::CommentRow;
use super::composer::ComposerForm;
use super::more::more;
use super::notice::notices;
use super::other_drafts::other_drafts;
use super::panel::panel;
use super::published::published_notice;
use super::published_wording::COMING;
use super::sentence::Sentence;
use super::submission::submission;
use super::toolbar::toolbar;
use super::wording;
use crate::app::App;
use crate::app::composers::{Composer, ComposerId};
use crate::app::config::Keeping;
use crate::app::msg::ListMsg;
use crate::app::submission::can_send;
use crate::domain::age::Age;
use crate::domain::row::Row;
use crate::domain::strings::Strings;
use crate::manage::Manage;
use crate::replica::Storage;
use crate::widget::Msg;

/// Visual nesting ends here, unless the embedder says otherwise; deeper replies say whom they answer instead.
const DEEPEST: u16 = 6;

/// Draws a thread; all that changes with time comes from the app.
pub fn thread(app: &App, manage: &Manage, dispatch: &Callback<Msg>) -> Html {
    let (announcement, strings) = (app.notices.announcement(), &app.config.strings);
    let below = app.config.composer_below;
    html! {
        <section class="thread" part="thread" aria-labelledby="heading">
            { toolbar(app, manage, dispatch) }
            { panel(app, manage, dispatch) }
            { notices(app, manage.panel.is_some(), dispatch) }
            { published_notice(app, dispatch) }
            if !below {
                { writing(app, dispatch) }
            }
            if app.is_ready() {
                { list(app, dispatch) }
            } else {
                { skeleton() }
            }
            // Rows that come above it would push it.
            if below && app.is_ready() && (!app.published.is_coming() || app.published.is_composer_first()) {
                { writing(app, dispatch) }
            }
            <div class="unseen" role="status">
                if let Some(announcement) = announcement {
                    <span key={announcement.serial}>{ wording::announced(announcement.what, app.config.storage).show(strings) }</span>
                }
            </div>
        </section>
    }
}

/// The composer for a new comment and what stands around it, or that there is none.
fn writing(app: &App, dispatch: &Callback<Msg>) -> Html {
    let strings = &app.config.strings;
    if app.config.readonly {
        return html! { <p class="notice calm closed" part="notice" data-notice="closed">{ wording::CLOSED.show(strings) }</p> };
    }
    let composer = drawn(app, ComposerId::New).map(|composer| (composer.revision, composer));
    let place = wording::place(app.config.storage);
    let place = place.filter(|_| !matches!(app.storage(), Storage::Blocked | Storage::Occupied));
    html! {
        <div class="writing">
            if let Some((key, composer)) = composer {
                <ComposerForm {key} id={ComposerId::New} {composer} name={Some(AttrValue::from(app.composer.name().to_owned()))}
                    strings={strings.clone()}
                    dispatch={dispatch.clone()} />
                { other_drafts(strings, app, ComposerId::New, dispatch) }
            }
            if let Some(place) = place {
                { where_kept(strings, place) }
            }
        </div>
    }
}

/// The place of the list while it is being read, as high as what an empty one says.
fn skeleton() -> Html {
    html! { <div class="skeleton" part="skeleton" aria-hidden="true"><span /><span /><span /></div> }
}

/// Where comments live, and what that means.
fn where_kept(strings: &Strings, (place, answer): (&Sentence, &Sentence)) -> Html {
    html! {
        <details class="where">
            <summary>
                <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                    <rect x="3" y="7" width="10" height="7" rx="1.5" /><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
                </svg>
                <span>{ place.show(strings) }</span>{ " " }<span class="question">{ wording::WHERE_QUESTION.show(strings) }</span>
            </summary>
            <p>{ answer.show(strings) }</p>
        </details>
    }
}

fn list(app: &App, dispatch: &Callback<Msg>) -> Html {
    let strings = &app.config.strings;
    if app.rows().is_empty() {
        let empty = match app.config.readonly {
            _ if app.published.is_coming() => COMING,
            true => wording::CLOSED_EMPTY,
            false => wording::EMPTY,
        };
        return html! { <p class="empty">{ empty.show(strings) }</p> };
    }
    let before = app.list.range().start;
    let after = app.rows().len().saturating_sub(app.list.range().end);
    let rows: Vec<Row> = app.laid_out().collect();
    let unprinted = app.rows().len().saturating_sub(rows.len());
    html! {
        <>
            { more(strings, "show-earlier", &wording::EARLIER.say(strings), before, ListMsg::PressedShowEarlier, dispatch) }
            <ol class="comments" role="list">{ for rows.iter().map(|row| item(app, row, dispatch)) }</ol>
            if app.list.is_printing() && unprinted > 0 {
                <p class="not-printed">{ wording::NOT_PRINTED.count(strings, unprinted) }</p>
            }
            { more(strings, "show-later", &wording::LATER.say(strings), after, ListMsg::PressedShowLater, dispatch) }
        </>
    }
}

/// A composer with what is to stand in it if it is drawn now.
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
        .map(|composer| other_drafts(&app.config.strings, app, composer, dispatch))
        .chain([submission(app, comment.id, dispatch)])
        .collect::<Html>();
    let name = reply.is_some().then(|| AttrValue::from(app.composer.name().to_owned()));
    html! {
        <CommentRow key={comment.id.to_string()} row={row.clone()}
            age={Age::between(comment.created_at, app.now)}
            edited={comment.edited_at.map(|at| Age::between(at, app.now))}
            saved={app.discussion().save_state(comment.id)} confirming={app.actions.confirming() == Some(comment.id)}
            for_tab={app.config.storage == Keeping::Session} readonly={app.config.readonly}
            max_depth={app.config.max_depth.unwrap_or(DEEPEST)}
            sends={can_send(&app.config, app.discussion(), comment.id)} {reply} {edit} {name} {others}
            strings={app.config.strings.clone()} dispatch={dispatch.clone()} />
    }
}

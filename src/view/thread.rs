//! The thread: how many comments, the form, and a range of the flat list.

use yew::prelude::*;

use super::comment::CommentRow;
use super::comment_form::CommentForm;
use super::letter::letter;
use super::more::more;
use super::notice::notices;
use super::other_drafts::other_drafts;
use super::panel::panel;
use super::published::published_notice;
use super::published_wording::COMING;
use super::sentence::Sentence;
use super::toolbar::toolbar;
use super::wording;
use crate::app::config::Keeping;
use crate::app::form::{Form, FormId};
use crate::app::letter_actions::can_send;
use crate::app::model::Storage;
use crate::app::{Model, Msg};
use crate::domain::age::Age;
use crate::domain::row::Row;
use crate::domain::strings::Strings;

/// Visual nesting ends here, unless the embedder says otherwise; deeper replies say whom they answer instead.
const DEEPEST: u16 = 6;

/// Draws a thread; all that changes with time comes from the model.
pub fn thread(model: &Model, dispatch: &Callback<Msg>) -> Html {
    let (announcement, strings) = (model.notices.announcement(), &model.config.strings);
    let below = model.config.form_below;
    html! {
        <section class="thread" part="thread" aria-labelledby="heading">
            { toolbar(model, dispatch) }
            { panel(model, dispatch) }
            { notices(model, dispatch) }
            { published_notice(model, dispatch) }
            if !below {
                { writing(model, dispatch) }
            }
            if model.is_ready() {
                { list(model, dispatch) }
            } else {
                { skeleton() }
            }
            // Rows that come above it would push it.
            if below && model.is_ready() && (!model.published.is_coming || model.published.form_first) {
                { writing(model, dispatch) }
            }
            <div class="unseen" role="status">
                if let Some(announcement) = announcement {
                    <span key={announcement.serial}>{ wording::announced(announcement.what, model.config.storage).show(strings) }</span>
                }
            </div>
        </section>
    }
}

/// The box for a new comment and what stands around it, or that there is none.
fn writing(model: &Model, dispatch: &Callback<Msg>) -> Html {
    let strings = &model.config.strings;
    if model.config.readonly {
        return html! { <p class="notice calm closed" part="notice" data-notice="closed">{ wording::CLOSED.show(strings) }</p> };
    }
    let form = drawn(model, FormId::New).map(|form| (form.generation, form));
    let place = wording::place(model.config.storage);
    let place = place.filter(|_| !matches!(model.storage(), Storage::Blocked | Storage::Occupied));
    html! {
        <div class="writing">
            if let Some((key, form)) = form {
                <CommentForm {key} id={FormId::New} {form} name={Some(AttrValue::from(model.name.clone()))}
                    strings={strings.clone()}
                    dispatch={dispatch.clone()} />
                { other_drafts(strings, model, FormId::New, dispatch) }
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

fn list(model: &Model, dispatch: &Callback<Msg>) -> Html {
    let strings = &model.config.strings;
    if model.rows().is_empty() {
        let empty = match model.config.readonly {
            _ if model.published.is_coming => COMING,
            true => wording::CLOSED_EMPTY,
            false => wording::EMPTY,
        };
        return html! { <p class="empty">{ empty.show(strings) }</p> };
    }
    let before = model.range.start;
    let after = model.rows().len().saturating_sub(model.range.end);
    let rows: Vec<Row> = model.laid_out().collect();
    let unprinted = model.rows().len().saturating_sub(rows.len());
    html! {
        <>
            { more(strings, "show-earlier", &wording::EARLIER.say(strings), before, Msg::PressedShowEarlier, dispatch) }
            <ol class="comments" role="list">{ for rows.iter().map(|row| item(model, row, dispatch)) }</ol>
            if model.printing && unprinted > 0 {
                <p class="not-printed">{ wording::NOT_PRINTED.count(strings, unprinted) }</p>
            }
            { more(strings, "show-later", &wording::LATER.say(strings), after, Msg::PressedShowLater, dispatch) }
        </>
    }
}

/// A box with what is to stand in it if it is drawn now.
fn drawn(model: &Model, id: FormId) -> Option<Form> {
    let form = model.forms.get(id).filter(|_| !model.config.readonly)?;
    Some(Form { initial: model.box_text(id).to_owned(), ..form.clone() })
}

fn item(model: &Model, row: &Row, dispatch: &Callback<Msg>) -> Html {
    let comment = &row.comment;
    let (reply, edit) = (drawn(model, FormId::Reply(comment.id)), drawn(model, FormId::Edit(comment.id)));
    let boxes =
        [reply.is_some().then_some(FormId::Reply(comment.id)), edit.is_some().then_some(FormId::Edit(comment.id))];
    let others = boxes
        .into_iter()
        .flatten()
        .map(|form| other_drafts(&model.config.strings, model, form, dispatch))
        .chain([letter(model, comment.id, dispatch)])
        .collect::<Html>();
    let name = reply.is_some().then(|| AttrValue::from(model.name.clone()));
    html! {
        <CommentRow key={comment.id.to_string()} row={row.clone()}
            age={Age::between(comment.created_at, model.now)}
            edited={comment.edited_at.map(|at| Age::between(at, model.now))}
            saved={model.save_state(comment.id)} confirming={model.confirming == Some(comment.id)}
            for_tab={model.config.storage == Keeping::Session} readonly={model.config.readonly}
            max_depth={model.config.max_depth.unwrap_or(DEEPEST)}
            sends={can_send(model, comment.id)} {reply} {edit} {name} {others}
            strings={model.config.strings.clone()} dispatch={dispatch.clone()} />
    }
}

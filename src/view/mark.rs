//! What is said or done beside one comment, for a while: it begins with something that happens, so it comes with the engine.

use yew::prelude::*;

use super::button::button;
use super::composer::{ComposerForm, open_composer};
use super::messages::Message;
use super::messages::action as actions;
use super::messages::comment as text;
use super::other_drafts::other_drafts;
use super::page_language::PageLanguage;
use super::save_label::{at_risk, save_label};
use super::submission::submission;
use crate::app::App;
use crate::app::composers::ComposerId;
use crate::app::config::Persistence;
use crate::app::msg::ActionMsg;
use crate::domain::messages::Messages;
use crate::domain::operation_id::OperationId;
use crate::replica::save_state::SaveState;
use crate::widget::Msg;

/// What stands beside one comment.
#[derive(Clone)]
pub(super) struct Mark {
    /// The comment.
    pub id: OperationId,
    /// In its header: how far what the reader did last to it has got on its way to being kept.
    pub saved: Html,
    /// Below its text, where that is not saved.
    pub at_risk: Html,
    /// Whether a composer stands in place of its text.
    pub is_edited: bool,
    /// In place of a deleted one: the question whether it shall be erased, if the reader is being asked.
    pub question: Option<Html>,
    /// Below all: composers, drafts that other pages wrote for them, and a submission.
    pub below: Html,
}

/// What is drawn cannot be compared, so a group with a mark is drawn anew whenever the thread is.
impl PartialEq for Mark {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// The marks of the comments that are drawn, and the number of the group in which each is.
pub(super) fn marks(app: &App, page: &PageLanguage, dispatch: &Callback<Msg>) -> Vec<(u32, Mark)> {
    let mut ids = app.composer.composers().open_comments();
    ids.extend(app.discussion().with_save_state());
    ids.extend(app.actions.confirming());
    ids.extend(app.submission.open().map(|submission| submission.id));
    let marked = |id| Some((app.list.group_of(id, app.rows())?.group.number, mark(app, page, id, dispatch)));
    ids.into_iter().filter_map(marked).collect()
}

fn mark(app: &App, page: &PageLanguage, id: OperationId, dispatch: &Callback<Msg>) -> Mark {
    let messages = &app.config.messages;
    let state = app.discussion().save_state(id);
    let label = |state| save_label(messages, state, app.config.storage == Persistence::Session);
    let (edit, reply) = (ComposerId::Edit(id), ComposerId::Reply(id));
    Mark {
        id,
        saved: state.map(label).unwrap_or_default(),
        at_risk: if state == Some(SaveState::AtRisk) { at_risk(messages, id, dispatch) } else { Html::default() },
        is_edited: open_composer(app, edit).is_some(),
        question: (app.actions.confirming() == Some(id)).then(|| question(messages, id, dispatch)),
        below: html! { <>{ composer(app, page, edit, dispatch) }{ composer(app, page, reply, dispatch) }{ submission(app, id, dispatch) }</> },
    }
}

/// A composer of a comment and the drafts that other pages wrote for it.
fn composer(app: &App, page: &PageLanguage, id: ComposerId, dispatch: &Callback<Msg>) -> Html {
    let Some(composer) = open_composer(app, id) else {
        return Html::default();
    };
    let messages = &app.config.messages;
    let answered =
        id.comment().and_then(|id| app.thread().get(id)).map(|comment| text::name(messages, &comment.author));
    let is_reply = matches!(id, ComposerId::Reply(_));
    html! {
        <>
            <ComposerForm {id} {composer} answered={answered.filter(|_| is_reply).unwrap_or_default()}
                name={is_reply.then(|| AttrValue::from(app.composer.name().to_owned()))}
                lang={page.readers.clone()} messages={messages.clone()} dispatch={dispatch.clone()} />
            { other_drafts(app, id, dispatch) }
        </>
    }
}

fn question(messages: &Messages, id: OperationId, dispatch: &Callback<Msg>) -> Html {
    let button = |action, class, label: &Message, msg| button(action, class, label.say(messages), msg, dispatch);
    html! {
        <>
            <span>{ text::ERASE_QUESTION.show(messages) }</span>
            <span class="gone-actions">
                { button("erase-no", "quiet", actions::KEEP, ActionMsg::AnsweredErase { id, sure: false }) }
                { button("erase-yes", "quiet danger", actions::ERASE, ActionMsg::AnsweredErase { id, sure: true }) }
            </span>
        </>
    }
}

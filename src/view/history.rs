//! The earlier texts of a comment with what each edit changed, and a way back to them for its author.

use std::rc::Rc;

use yew::prelude::*;

use super::button::button_about;
use super::messages::history as text;
use super::page_language::PageLanguage;
use super::stacked::stacked;
use crate::app::App;
use crate::app::msg::ActionMsg;
use crate::domain::comment::{Comment, Version};
use crate::domain::differences::{Piece, differences};
use crate::domain::messages::Messages;
use crate::domain::operation_id::OperationId;
use crate::widget::Msg;

/// So many earlier texts are shown at first, and so many more at a time: each is compared with the one after it.
const SHOWN: usize = 10;

/// Draws the earlier texts of a comment.
pub fn history(app: &App, page: &PageLanguage, comment: &Rc<Comment>, dispatch: &Callback<Msg>) -> Html {
    let may_restore = comment.own && !app.config.readonly;
    let set = app.discussion().set_of_own(comment.id).filter(|_| may_restore);
    let turns: Vec<OperationId> =
        set.map(|set| set.texts(comment.id).into_iter().map(|(turn, _)| turn).collect()).unwrap_or_default();
    html! {
        <History comment={Rc::clone(comment)} {turns} page={page.clone()} messages={app.config.messages.clone()}
            dispatch={dispatch.clone()} />
    }
}

/// What a [`History`] shows.
#[derive(Clone, PartialEq, Properties)]
struct HistoryProps {
    comment: Rc<Comment>,
    /// The operations that gave it its texts, oldest first, if its reader may have them back.
    turns: Vec<OperationId>,
    page: PageLanguage,
    messages: Messages,
    dispatch: Callback<Msg>,
}

/// Newest first: each earlier text, with what the edit after it took out and put in.
#[component]
fn History(props: &HistoryProps) -> Html {
    let shown = use_state(|| SHOWN);
    let HistoryProps { comment, messages, .. } = props;
    let left = comment.earlier.len().saturating_sub(*shown);
    let versions = comment.earlier.iter().enumerate().rev().take(*shown);
    let next = |number: usize| comment.earlier.get(number + 1).unwrap_or(&comment.current);
    let onclick = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + SHOWN))
    };
    html! {
        <>
            <p class="history-title">{ text::LEGEND.show(messages) }</p>
            <ol>{ for versions.map(|(number, version)| item(props, number, version, next(number))) }</ol>
            if left > 0 {
                <button type="button" class="quiet" data-action="more-history" {onclick}>{ text::MORE.count(messages, left) }</button>
            }
        </>
    }
}

fn item(props: &HistoryProps, number: usize, version: &Version, next: &Version) -> Html {
    let HistoryProps { comment, turns, page, messages, dispatch } = props;
    let date = (page.dates)(version.at);
    let label = text::VERSION.around(
        messages,
        "{date}",
        &html! { <time datetime={version.at.to_string()}>{ date.clone() }</time> },
    );
    // Whoever has lost what came before may not have it back: then the texts that are known here are not all that there were.
    let turn = (turns.len() == comment.earlier.len() + 1).then(|| turns.get(number)).flatten().copied();
    let again = turn.filter(|_| version.body != comment.current.body).map(|turn| {
        let msg = ActionMsg::UsedEarlier { id: comment.id, text: turn };
        button_about(messages, ("use-again", "quiet accent"), text::USE_AGAIN.say(messages), &date, msg, dispatch)
    });
    html! {
        <li>
            <div class="history-head"><span class="history-date">{ label }</span>{ again }</div>
            <div class="comment-body changes" lang={page.readers.clone()}>{ changes(messages, version.body.as_str(), next.body.as_str()) }</div>
        </li>
    }
}

/// The differences between two texts, as text: whatever is in it, nothing of it is markup here.
fn changes(messages: &Messages, before: &str, after: &str) -> Html {
    let piece = |piece: Piece<'_>| match piece {
        Piece::Same(text) => stacked(text),
        Piece::Gone(text) => html! { <del data-said={text::TAKEN_OUT.say(messages)}>{ stacked(text) }</del> },
        Piece::New(text) => html! { <ins data-said={text::PUT_IN.say(messages)}>{ stacked(text) }</ins> },
    };
    html! { <p dir="auto">{ for differences(before, after).into_iter().map(piece) }</p> }
}

//! Texts that were written for a composer elsewhere: in another tab, or on an earlier visit.

use yew::prelude::*;

use super::button::button;
use super::messages::Message;
use super::messages::action::UNDO;
use super::messages::comment::name as name_of;
use super::messages::composer as text;
use super::messages::thread::beginning;
use crate::app::App;
use crate::app::composers::ComposerId;
use crate::app::msg::ComposerMsg;
use crate::widget::Msg;

/// Draws the texts below the composer. None of them is ever put into it unasked.
pub(super) fn other_drafts(app: &App, composer: ComposerId, dispatch: &Callback<Msg>) -> Html {
    let messages = &app.config.messages;
    let asks = app.discussion().asks_for_drafts();
    let notes = app.other_drafts(composer).map(|(name, other)| {
        // Until the other open pages have said which drafts are theirs, this one may be.
        let live = other.live || asks;
        let is_composer_free = app.has_place_for(other);
        let button =
            |action, label: &Message, msg| button(action, "quiet", label.say(messages), msg, dispatch);
        if app.discussion().is_discarded(name) {
            return html! {
                <li key={name.to_string()} class="other-draft discarded" data-draft={name.to_string()}>
                    <span>{ text::DISCARDED.show(messages) }</span>
                    { button("undo-discard", UNDO, ComposerMsg::PressedUndoDiscard) }
                </li>
            };
        }
        let for_whom =
            other.composer.comment().and_then(|id| app.thread().get(id)).map(|comment| name_of(messages, &comment.author));
        html! {
            <li key={name.to_string()} class="other-draft" data-draft={name.to_string()}>
                <p class="other-draft-title">{ text::other_draft(messages, live, other.composer, for_whom.as_deref()) }</p>
                <p class="other-draft-text" dir="auto">{ beginning(&other.draft.text) }</p>
                if !live {
                    <div class="other-draft-row">
                        if is_composer_free {
                            { button("use-draft", text::USE_DRAFT, ComposerMsg::PressedUseDraft(name)) }
                        }
                        { button("discard-draft", text::DISCARD, ComposerMsg::PressedDiscardDraft(name)) }
                    </div>
                }
            </li>
        }
    });
    let notes: Vec<Html> = notes.collect();
    html! {
        if !notes.is_empty() {
            <ul class="other-drafts" role="list">{ for notes }</ul>
        }
    }
}

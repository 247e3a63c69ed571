//! Texts that were written for a box elsewhere: in another tab, or on an earlier visit.

use yew::prelude::*;

use super::button::button;
use super::wording;
use crate::app::form::FormId;
use crate::app::{Model, Msg};

/// Draws them below the box, which none of them is ever written into unasked.
pub(super) fn other_drafts(model: &Model, form: FormId, dispatch: &Callback<Msg>) -> Html {
    let asks = model.asks_for_drafts();
    let notes = model.other_drafts(form).map(|(name, other)| {
        // Until the other pages have answered it may be theirs.
        let live = other.live || asks;
        let free = model.has_place_for(other);
        let button = |action, label, message| button(action, "quiet", label, message, dispatch);
        if model.is_discarded(name) {
            return html! {
                <li key={name.to_string()} class="other-draft discarded" data-draft={name.to_string()}>
                    <span>{ wording::DISCARDED }</span>
                    { button("undo-discard", "Undo", Msg::PressedUndoDiscard) }
                </li>
            };
        }
        let for_whom =
            other.form.comment().and_then(|id| model.thread.get(id)).map(|comment| wording::name(&comment.author));
        html! {
            <li key={name.to_string()} class="other-draft" data-draft={name.to_string()}>
                <p class="other-draft-title">{ wording::other_draft(live, other.form, for_whom) }</p>
                <p class="other-draft-text" dir="auto">{ wording::beginning(&other.draft.text) }</p>
                if !live {
                    <div class="other-draft-row">
                        if free {
                            { button("use-draft", "Use this text", Msg::PressedUseDraft(name)) }
                        }
                        { button("discard-draft", "Discard", Msg::PressedDiscardDraft(name)) }
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

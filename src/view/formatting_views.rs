//! The views of formatted texts and of what formats them: they come with a part of their own, and are reached through one table.

use yew::prelude::*;

use super::format_tools::{ToolsProps, tools};
use super::formatted::formatted;
use super::messages::formatting as text;
use crate::app::msg::ListMsg;
use crate::domain::messages::Messages;
use crate::domain::operation_id::OperationId;
use crate::widget::Msg;

/// The views that come with the part.
#[derive(Clone, Copy, Debug)]
pub struct FormattingViews {
    /// A text.
    pub(super) text: fn(&str, &Messages) -> Html,
    /// What stands below the field of a composer.
    pub(super) tools: fn(ToolsProps) -> Html,
    /// The button that shows a comment as it was typed; whether it is shown so.
    pub(super) as_typed: fn(&Messages, OperationId, bool, &Callback<Msg>) -> Html,
}

/// The table.
pub static FORMATTING_VIEWS: FormattingViews = FormattingViews { text: formatted, tools, as_typed };

fn as_typed(messages: &Messages, id: OperationId, is_on: bool, dispatch: &Callback<Msg>) -> Html {
    let onclick = dispatch.reform(move |_: MouseEvent| ListMsg::PressedAsTyped(id).into());
    html! {
        <button type="button" class="quiet" data-action="as-typed" aria-pressed={is_on.to_string()} {onclick}>
            { text::AS_TYPED.show(messages) }
        </button>
    }
}

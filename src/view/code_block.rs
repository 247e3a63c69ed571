//! Code in a comment, with a button that copies it.

use yew::prelude::*;

use super::formatting_hands::hands;
use super::messages::formatting as text;
use super::stacked::stacked;
use crate::domain::messages::Messages;

/// What a [`CodeBlock`] shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CodeBlockProps {
    /// What its writer calls its language; empty if nothing.
    pub language: AttrValue,
    /// The code.
    pub text: AttrValue,
    /// The page's own messages.
    pub messages: Messages,
}

/// The code, which is scrolled by itself where it is wider than the comment.
#[component]
pub(super) fn CodeBlock(props: &CodeBlockProps) -> Html {
    let messages = &props.messages;
    let copied = use_state(|| None);
    let label = match *copied {
        None => text::COPY_HERE,
        Some(true) => text::COPIED_HERE,
        Some(false) => text::COPY_REFUSED,
    };
    let onclick = {
        let (code, copied) = (props.text.clone(), copied.clone());
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            if let Some(hands) = hands() {
                (hands.copy)(&code, Box::new(move |worked| copied.set(Some(worked))));
            }
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| copied.set(None));
    html! {
        <div class="code" dir="ltr">
            <pre tabindex="0"><code>{ stacked(&props.text) }</code></pre>
            if !props.language.is_empty() {
                <span class="code-language">{ props.language.clone() }</span>
            }
            <button type="button" class="quiet" data-action="copy-code" aria-live="polite" {onclick} {onblur}>{ label.show(messages) }</button>
        </div>
    }
}

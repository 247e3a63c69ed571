//! How what is being written will look: made by what draws comments, a moment after the reader has typed.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Event, HtmlTextAreaElement};
use yew::prelude::*;

use super::formatted::block;
use super::formatting_hands::{Hands, hands};
use super::messages::formatting as text;
use crate::domain::formatted::Block;
use crate::domain::messages::Messages;
use crate::reader::formatting;

/// How long it waits for the next letter, in milliseconds, and how much longer for each thousand bytes of text: a long text must not be
/// read between two letters.
const REST: u32 = 60;
const REST_PER_THOUSAND: u32 = 10;

/// What a [`Preview`] shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PreviewProps {
    /// The field that is written in.
    pub field: NodeRef,
    /// The language of what readers write.
    pub lang: Option<AttrValue>,
    /// The page's own messages.
    pub messages: Messages,
}

/// The text as others will see it. What did not change in it is not drawn again.
#[component]
pub(super) fn Preview(props: &PreviewProps) -> Html {
    let shown = use_state(|| read(&props.field));
    {
        let shown = shown.clone();
        use_effect_with(props.field.clone(), move |field| {
            let (node, timer) = (field.clone(), Rc::new(RefCell::new(None)));
            let on_input = move |hands: Hands| {
                let (field, shown, turn) = (node.clone(), shown.clone(), Rc::clone(&timer));
                let act = move || {
                    let blocks = read(&field);
                    // Reading and drawing are two turns.
                    let next = (hands.later)(0, Box::new(move || shown.set(blocks)));
                    drop(turn.replace(Some(next)));
                };
                // The next timer ends the one before.
                drop(timer.replace(Some((hands.later)(rest(&node), Box::new(act)))));
            };
            let listener = field
                .cast::<HtmlTextAreaElement>()
                .zip(hands())
                .map(|(element, hands)| (hands.listen)(&element, "input", Box::new(move |_: &Event| on_input(hands))));
            move || drop(listener)
        });
    }
    let messages = &props.messages;
    html! {
        <section class="preview comment-body" aria-label={text::PREVIEW.say(messages)} lang={props.lang.clone()} tabindex="0">
            { for shown.iter().enumerate().map(|(number, block)| html! {
                <PreviewBlock key={number} block={Rc::clone(block)} messages={messages.clone()} />
            }) }
            if shown.is_empty() {
                <p class="preview-empty">{ text::PREVIEW_EMPTY.show(messages) }</p>
            }
        </section>
    }
}

fn value(field: &NodeRef) -> String {
    field.cast::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default()
}

fn rest(field: &NodeRef) -> u32 {
    let length = field.cast::<HtmlTextAreaElement>().map(|field| field.text_length()).unwrap_or_default();
    REST + length / 1_000 * REST_PER_THOUSAND
}

fn read(field: &NodeRef) -> Vec<Rc<Block>> {
    let text = value(field);
    let blocks = if text.trim().is_empty() { Vec::new() } else { formatting::blocks(&text) };
    blocks.into_iter().map(Rc::new).collect()
}

#[derive(Clone, PartialEq, Properties)]
struct PreviewBlockProps {
    block: Rc<Block>,
    messages: Messages,
}

#[component]
fn PreviewBlock(props: &PreviewBlockProps) -> Html {
    block(&props.block, &props.messages)
}

//! What stands below the field of a composer: the tools that format its text, and the preview.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, HtmlElement, HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

use super::field::Field;
use super::formatting_hands::{Held, hands};
use super::icon::{SQUARE, icon};
use super::input_method;
use super::messages::Message;
use super::messages::formatting as text;
use super::preview::Preview;
use crate::app::composers::ComposerId;
use crate::app::msg::ComposerMsg;
use crate::domain::messages::Messages;
use crate::domain::syntax::Syntax;
use crate::domain::text_edit::{Edit, Selected, Tool};
use crate::widget::Msg;

/// What the tools are given.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ToolsProps {
    /// Which composer they belong to.
    pub id: ComposerId,
    /// Its field.
    pub field: NodeRef,
    /// Whether its text stands as it is typed.
    pub is_plain: bool,
    /// The language of what readers write, where it is another than that of the messages.
    pub lang: Option<AttrValue>,
    /// The page's own messages.
    pub messages: Messages,
    /// Where `Msg`s go.
    pub dispatch: Callback<Msg>,
}

/// Draws them.
pub(super) fn tools(props: ToolsProps) -> Html {
    html! { <FormatTools ..props /> }
}

/// A tool: what it is called in the markup, what it does, its label, the key that does it with Ctrl or Cmd, and the lines of its picture.
struct Button(&'static str, Tool, &'static Message, Option<&'static str>, &'static str);

const BUTTONS: [Button; 6] = [
    Button("bold", Tool::Bold, text::BOLD, Some("b"), "M5 3h4a2.5 2.5 0 0 1 0 5H5zM5 8h5a2.5 2.5 0 0 1 0 5H5z"),
    Button("italic", Tool::Italic, text::ITALIC, Some("i"), "M7 3h5M4 13h5M9.5 3l-3 10"),
    Button(
        "link",
        Tool::Link,
        text::LINK,
        Some("k"),
        "M6.8 9.2a2.4 2.4 0 0 0 3.4 0l2.4-2.4a2.4 2.4 0 0 0-3.4-3.4l-.8.8M9.2 6.8a2.4 2.4 0 0 0-3.4 0L3.4 9.2a2.4 2.4 0 0 0 3.4 3.4l.8-.8",
    ),
    Button("code", Tool::Code, text::CODE, None, "M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5"),
    Button("quote", Tool::Quote, text::QUOTE, None, "M3 3v10M6.5 5h7M6.5 8h7M6.5 11h4"),
    Button("list", Tool::List, text::LIST, None, "M6.5 4h7M6.5 8h7M6.5 12h7M3 4h.01M3 8h.01M3 12h.01"),
];
const TYPED: &str = "M3.5 4.5V3h9v1.5M8 3v10M6 13h4";

#[component]
fn FormatTools(props: &ToolsProps) -> Html {
    let ToolsProps { id, is_plain, messages, .. } = props;
    let (id, is_plain) = (*id, *is_plain);
    // Of the tools one is reached by the tab key, the others by arrows.
    let current = use_state(|| 0_usize);
    let refs = use_state(|| (0..=BUTTONS.len()).map(|_| NodeRef::default()).collect::<Vec<_>>());
    let is_open = use_state(|| false);
    use_effect_with((props.field.clone(), is_plain), |(field, is_plain)| {
        let listeners = field.cast::<HtmlTextAreaElement>().filter(|_| !is_plain).and_then(listeners);
        move || drop(listeners)
    });
    let reached = if is_plain { BUTTONS.len() } else { *current };
    let onkeydown = {
        let (refs, current) = (refs.clone(), current.clone());
        Callback::from(move |event: KeyboardEvent| {
            let place = if is_plain { None } else { moved(&event, *current) };
            if let Some(place) = place {
                event.prevent_default();
                current.set(place);
                if let Some(button) = refs.get(place).and_then(NodeRef::cast::<HtmlElement>) {
                    let _ = button.focus();
                }
            }
        })
    };
    let tabindex = |number: usize| if number == reached { "0" } else { "-1" };
    let buttons = BUTTONS.iter().enumerate().map(|(number, Button(name, tool, label, key, picture))| {
        let (field, current, tool) = (props.field.clone(), current.clone(), *tool);
        let onclick = Callback::from(move |_: MouseEvent| {
            current.set(number);
            change(field.cast(), |selected| Some(selected.by(tool)));
        });
        let keys = key.map(|key| { let key = key.to_uppercase(); format!("Control+{key} Meta+{key}") });
        html! {
            <button type="button" class="tool" data-action={*name} ref={refs.get(number).cloned().unwrap_or_default()}
                tabindex={tabindex(number)} disabled={is_plain} aria-label={label.say(messages)} title={label.say(messages)}
                aria-keyshortcuts={keys} {onclick}>{ drawn(picture) }</button>
        }
    });
    let ontyped = {
        let (field, dispatch) = (props.field.clone(), props.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            let text = field.cast::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default();
            let syntax = if is_plain { Syntax::Markdown } else { Syntax::Plain };
            dispatch.emit(ComposerMsg::ChoseSyntax { composer: id, syntax, text }.into());
        })
    };
    let ontoggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let is_open = *is_open && !is_plain;
    html! {
        <>
            <div class="format-row">
                <div class="format-tools" role="toolbar" aria-label={text::TOOLS.say(messages)} {onkeydown}>
                    { for buttons }
                    <button type="button" class="tool" data-action="typed" ref={refs.last().cloned().unwrap_or_default()}
                        tabindex={tabindex(BUTTONS.len())} aria-label={text::AS_TYPED.say(messages)} title={text::AS_TYPED.say(messages)}
                        aria-pressed={is_plain.to_string()} onclick={ontyped}>{ drawn(TYPED) }</button>
                </div>
                <button type="button" class="quiet" data-action="preview" disabled={is_plain} aria-expanded={is_open.to_string()} onclick={ontoggle}>
                    { text::PREVIEW.show(messages) }
                </button>
            </div>
            if is_open {
                <Preview field={props.field.clone()} lang={props.lang.clone()} messages={messages.clone()} />
            }
        </>
    }
}

fn drawn(lines: &'static str) -> Html {
    icon(None, SQUARE, lines.into())
}

/// The tool that a key leads to from another.
fn moved(event: &KeyboardEvent, from: usize) -> Option<usize> {
    let last = BUTTONS.len();
    let is_rtl = || {
        event
            .current_target()
            .and_then(|it| it.dyn_into::<Element>().ok())
            .is_some_and(|it| it.matches(":dir(rtl)") == Ok(true))
    };
    let (next, previous) = ((from + 1) % (last + 1), from.checked_sub(1).unwrap_or(last));
    match event.key().as_str() {
        "Home" => Some(0),
        "End" => Some(last),
        "ArrowRight" => Some(if is_rtl() { previous } else { next }),
        "ArrowLeft" => Some(if is_rtl() { next } else { previous }),
        _ => None,
    }
}

/// Changes the text of a field, and says whether there was something to change.
fn change(field: Option<HtmlTextAreaElement>, edit: impl FnOnce(Selected) -> Option<Edit>) -> bool {
    let Some(field) = field.map(Field::read) else { return false };
    let edit = edit(field.selected());
    edit.inspect(|edit| field.edit(edit)).is_some()
}

/// What keys and pasting do in a field, until what it gives is dropped.
fn listeners(field: HtmlTextAreaElement) -> Option<[Held; 2]> {
    let hands = hands()?;
    let (keys, pastes) = (field.clone(), field.clone());
    let on_key = move |event: &Event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| !input_method::takes(event)) {
            pressed(&keys, event);
        }
    };
    let on_paste = move |event: &Event| {
        let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        if let Some(pasted) = data.and_then(|data| data.get_data("text/plain").ok())
            && change(Some(pastes.clone()), |selected| selected.on_paste(&pasted))
        {
            event.prevent_default();
        }
    };
    Some([(hands.listen)(&field, "keydown", Box::new(on_key)), (hands.listen)(&field, "paste", Box::new(on_paste))])
}

fn pressed(field: &HtmlTextAreaElement, event: &KeyboardEvent) {
    let has_command = event.ctrl_key() != event.meta_key();
    let is_alone = !event.ctrl_key() && !event.meta_key();
    if event.alt_key() || event.shift_key() {
        return;
    }
    let key = event.key();
    let tool =
        BUTTONS.iter().find(|Button(_, _, _, of, _)| *of == Some(key.to_lowercase().as_str())).map(|button| button.1);
    let is_changed = match tool {
        Some(tool) if has_command => change(Some(field.clone()), |selected| Some(selected.by(tool))),
        _ if is_alone && key == "Enter" => change(Some(field.clone()), |selected| selected.on_enter()),
        _ => false,
    };
    if is_changed {
        event.prevent_default();
    }
}

//! The composer a reader writes in. Its fields are the browser's own: a text field whose value Yew sets at every key loses
//! the second half of an emoji, so they are read only when something is to be done with them.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::format_tools::ToolsProps;
use super::formatting_place::Formatting;
use super::input_method;
use super::messages::action::CANCEL;
use super::messages::composer as text;
use crate::app::App;
use crate::app::composers::{Composer, ComposerId, ComposerProblem};
use crate::app::msg::ComposerMsg;
use crate::domain::messages::Messages;
use crate::domain::syntax::Syntax;
use crate::widget::{Msg, Part};

/// An open composer with the text that is to stand in it if it is drawn now; `None` in a closed discussion.
pub(super) fn open_composer(app: &App, id: ComposerId) -> Option<Composer> {
    let composer = app.composer.composers().get(id).filter(|_| !app.config.readonly)?;
    Some(Composer { initial: app.composer_text(id).to_owned(), ..composer.clone() })
}

/// What a [`ComposerForm`] shows.
#[derive(Clone, PartialEq, Properties)]
pub struct ComposerFormProps {
    /// Which composer.
    pub id: ComposerId,
    /// What is known of it.
    pub composer: Composer,
    /// The name of whoever a reply answers; empty for other composers.
    #[prop_or_default]
    pub answered: AttrValue,
    /// The remembered name; `None` for a composer without that field.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// The language of what readers write, where it is another than that of the messages.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// What is wrong with what was sent, in words: they come with the engine, as what finds that out does.
    #[prop_or_default]
    pub problem: Option<AttrValue>,
    /// What becomes of formatting.
    pub formatting: Formatting,
    /// The page's own messages.
    #[prop_or_default]
    pub messages: Messages,
    /// Where `Msg`s go.
    pub dispatch: Callback<Msg>,
}

/// A composer for a comment, a reply or an edit.
#[component]
pub fn ComposerForm(props: &ComposerFormProps) -> Html {
    let body_ref = use_node_ref();
    let name_ref = use_node_ref();
    {
        // A default, unlike a value, does not replace what the reader has typed.
        let name_ref = name_ref.clone();
        use_effect_with(props.name.clone(), move |name| {
            if let (Some(field), Some(name)) = (name_ref.cast::<HtmlInputElement>(), name) {
                field.set_default_value(name);
            }
        });
    }
    // The text it begins with, from which on the field knows better; and whether a reader was in the field: once they were, there is a
    // place for tools. It stays, for what stands below must not move while they press there.
    let begun = use_state(|| (props.composer.initial.clone(), props.id != ComposerId::New));
    let onfocus = {
        let (begun, dispatch, formatting) = (begun.clone(), props.dispatch.clone(), props.formatting);
        Callback::from(move |_: FocusEvent| {
            if formatting == Formatting::Awaited {
                dispatch.emit(Part::Formatting.into());
            }
            if !begun.1 {
                begun.set((begun.0.clone(), true));
            }
        })
    };
    let (id, messages) = (props.id, &props.messages);
    let text = {
        let body_ref = body_ref.clone();
        move || body_ref.cast::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default()
    };
    // A frame that may not send forms has no `submit` event, but the button is pressed: by Enter in the name field too.
    let submit = {
        let (dispatch, text, name_ref) = (props.dispatch.clone(), text.clone(), name_ref.clone());
        Callback::from(move |event: Event| {
            event.prevent_default();
            let name = name_ref.cast::<HtmlInputElement>().map(|field| field.value());
            dispatch.emit(ComposerMsg::Submitted { composer: id, name, body: text() }.into());
        })
    };
    let onsubmit = submit.reform(|event: SubmitEvent| event.into());
    let onpress = submit.reform(|event: MouseEvent| event.into());
    let onkeydown = {
        let (dispatch, text) = (props.dispatch.clone(), text.clone());
        Callback::from(move |event: KeyboardEvent| {
            if input_method::takes(&event) {
                return;
            }
            match event.key().as_str() {
                "Enter" if event.ctrl_key() || event.meta_key() => submit.emit(event.into()),
                "Escape" => dispatch.emit(ComposerMsg::PressedEscape { composer: id, body: text() }.into()),
                _ => {}
            }
        })
    };
    let oninput = {
        let (dispatch, text) = (props.dispatch.clone(), text.clone());
        // The whole text, as the field has it: the event of one half of an emoji tells nothing by itself.
        Callback::from(move |_: InputEvent| dispatch.emit(ComposerMsg::Typed { composer: id, text: text() }.into()))
    };
    let oncancel = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.emit(ComposerMsg::Cancelled { composer: id, body: text() }.into()))
    };

    let (kind, slug) = slug(id);
    let (body_id, name_id, error_id) = (format!("body-{slug}"), format!("name-{slug}"), format!("error-{slug}"));
    let problem = props.composer.problem;
    let wrong_name = matches!(problem, Some(ComposerProblem::Name(_)));
    let wrong_body = problem.is_some() && !wrong_name;
    let described = |wrong: bool| wrong.then(|| error_id.clone());
    let invalid = |wrong: bool| wrong.then_some("true");
    html! {
        <form class="comment-form" part="form" data-form={kind} novalidate=true {onsubmit} {onkeydown}>
            <h3 class="comment-form-title">
                <label for={body_id.clone()}>{ text::title(id).around(messages, "{name}", &html! { <bdi>{ &props.answered }</bdi> }) }</label>
            </h3>
            <textarea id={body_id} name="body" part="body-field" ref={body_ref.clone()} rows="4" dir="auto" lang={props.lang.clone()}
                placeholder={(id == ComposerId::New).then(|| text::BODY_HINT.say(messages))} defaultvalue={begun.0.clone()} {oninput} {onfocus}
                aria-invalid={invalid(wrong_body)} aria-describedby={described(wrong_body)} />
            if begun.1 && props.formatting != Formatting::Off {
                <div class="format-place">{ tools(props, &body_ref) }</div>
            }
            if let Some(problem) = &props.problem {
                <p class="field-error" id={error_id.clone()}>{ problem }</p>
            }
            <div class="comment-form-row">
                if props.name.is_some() {
                    <label class="name-label" for={name_id.clone()}>{ text::NAME.show(messages) }</label>
                    <input id={name_id} name="name" part="name-field" ref={name_ref} type="text" autocomplete="nickname"
                        placeholder={text::NAME_HINT.say(messages)} dir="auto"
                        aria-invalid={invalid(wrong_name)} aria-describedby={described(wrong_name)} />
                } else {
                    <span class="space" />
                }
                if id != ComposerId::New {
                    <button type="button" class="quiet" data-action="cancel" onclick={oncancel}>{ CANCEL.show(messages) }</button>
                }
                <button type="submit" class="filled" part="submit" onclick={onpress}>{ text::submit(id).show(messages) }</button>
            </div>
        </form>
    }
}

/// The tools below the field, once their code is here.
fn tools(props: &ComposerFormProps, field: &NodeRef) -> Html {
    let Formatting::Here(views) = props.formatting else { return Html::default() };
    (views.tools)(ToolsProps {
        id: props.id,
        field: field.clone(),
        is_plain: props.composer.syntax.as_ref().is_some_and(|syntax| *syntax != Syntax::Markdown),
        lang: props.lang.clone(),
        messages: props.messages.clone(),
        dispatch: props.dispatch.clone(),
    })
}

/// The kind of a composer, and what its elements' ids end in.
fn slug(id: ComposerId) -> (&'static str, String) {
    match id {
        ComposerId::New => ("new", "new".to_owned()),
        ComposerId::Reply(comment) => ("reply", format!("reply-{comment}")),
        ComposerId::Edit(comment) => ("edit", format!("edit-{comment}")),
    }
}

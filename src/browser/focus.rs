//! Putting the focus where a person expects it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::app::FocusTarget;
use crate::app::composers::ComposerId;
use crate::domain::operation_id::OperationId;
use crate::manage;

/// Moves the focus to a target in the thread below `root`, and scrolls only as far as needed. Nothing happens if it is not there.
pub fn focus(root: &Element, target: FocusTarget) {
    focus_on(root, &selector(target));
}

/// The same for a target in "Your comments".
pub fn focus_managed(root: &Element, target: manage::FocusTarget) {
    focus_on(root, &managed_selector(target));
}

fn focus_on(root: &Element, selector: &str) {
    let Ok(Some(found)) = root.query_selector(selector) else {
        return;
    };
    if let Some(element) = found.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
    scroll_to(&found, ScrollLogicalPosition::Nearest);
}

fn scroll_to(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls a comment into the middle of the view, and leaves the focus where it is.
pub fn show(root: &Element, comment: OperationId) {
    if let Ok(Some(found)) = root.query_selector(&selector(FocusTarget::Comment(comment))) {
        scroll_to(&found, ScrollLogicalPosition::Center);
    }
}

/// Puts a text into an open composer that is empty, without moving the focus, and gives what stands in it then.
pub fn fill(root: &Element, composer: ComposerId, text: &str) -> Option<String> {
    let found = root.query_selector(&selector(FocusTarget::Composer(composer))).ok().flatten()?;
    let field = found.dyn_into::<HtmlTextAreaElement>().ok()?;
    if field.value().is_empty() {
        field.set_value(text);
    }
    Some(field.value())
}

/// Ids are base32hex, so they need no escaping.
fn selector(target: FocusTarget) -> String {
    match target {
        FocusTarget::Composer(composer) => format!("{} textarea", composer_selector(composer)),
        FocusTarget::Name(composer) => format!("{} input", composer_selector(composer)),
        FocusTarget::Comment(id) => format!("[data-id=\"{id}\"]"),
        FocusTarget::Reply(id) => format!("[data-id=\"{id}\"] [data-action=reply]"),
        FocusTarget::Fold(id) => format!("[data-id=\"{id}\"] [data-action=fold]"),
        FocusTarget::Edit(id) => format!("[data-id=\"{id}\"] [data-action=edit]"),
        FocusTarget::Undo(id) => format!("[data-id=\"{id}\"] :is([data-action=undo], [data-action=redo])"),
        FocusTarget::Draft(name) => format!("[data-draft=\"{name}\"] button"),
        FocusTarget::React(id) => format!("[data-id=\"{id}\"] [data-action=react]"),
        FocusTarget::Signs(id) => format!("[data-id=\"{id}\"] .signs button"),
        FocusTarget::Sign(id, sign) => format!("[data-id=\"{id}\"] .chip[data-reaction=\"{}\"]", sign.as_str()),
        FocusTarget::Submission => ".submission".to_owned(),
        FocusTarget::Send(id) => format!("[data-id=\"{id}\"] [data-action=send]"),
        FocusTarget::Search => ".finder input".to_owned(),
        FocusTarget::SearchButton => "[data-action=search]".to_owned(),
        FocusTarget::Heading => "#heading".to_owned(),
    }
}

fn managed_selector(target: manage::FocusTarget) -> String {
    match target {
        manage::FocusTarget::Panel => "#panel".to_owned(),
        manage::FocusTarget::Offer => "#panel-offer".to_owned(),
        manage::FocusTarget::Import => "#panel-import".to_owned(),
        manage::FocusTarget::Unsaved(number) => format!("[data-unsaved=\"{number}\"]"),
        manage::FocusTarget::PanelButton => "[data-action=panel]".to_owned(),
    }
}

fn composer_selector(composer: ComposerId) -> String {
    match composer {
        ComposerId::New => "[data-form=new]".to_owned(),
        ComposerId::Reply(id) => format!("[data-id=\"{id}\"] [data-form=reply]"),
        ComposerId::Edit(id) => format!("[data-id=\"{id}\"] [data-form=edit]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_is_found_by_its_comment() {
        let id = OperationId::NAMING;
        assert_eq!(selector(FocusTarget::Composer(ComposerId::New)), "[data-form=new] textarea");
        assert_eq!(
            selector(FocusTarget::Name(ComposerId::Reply(id))),
            "[data-id=\"0000000000000000000000\"] [data-form=reply] input"
        );
        assert_eq!(managed_selector(manage::FocusTarget::Unsaved(50)), "[data-unsaved=\"50\"]");
        assert_eq!(
            selector(FocusTarget::Undo(id)),
            "[data-id=\"0000000000000000000000\"] :is([data-action=undo], [data-action=redo])"
        );
    }
}

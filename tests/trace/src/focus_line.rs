//! Where the focus is put, and which box something is about.

use article_widget::app::FocusTarget;
use article_widget::app::composers::ComposerId;
use article_widget::manage;

/// Where the focus goes.
pub(crate) fn focus(target: FocusTarget) -> String {
    match target {
        FocusTarget::Composer(id) => format!("text of {}", composer(id)),
        FocusTarget::Name(id) => format!("name of {}", composer(id)),
        FocusTarget::Comment(id) => format!("comment {id}"),
        FocusTarget::Reply(id) => format!("reply-button {id}"),
        FocusTarget::Fold(id) => format!("fold-button {id}"),
        FocusTarget::Edit(id) => format!("edit-button {id}"),
        FocusTarget::Undo(id) => format!("undo-button {id}"),
        FocusTarget::Draft(id) => format!("draft {id}"),
        FocusTarget::React(id) => format!("react {id}"),
        FocusTarget::Signs(id) => format!("signs {id}"),
        FocusTarget::Sign(id, sign) => format!("sign {id} {}", sign.as_str()),
        FocusTarget::Submission => "letter".to_owned(),
        FocusTarget::Send(id) => format!("send-button {id}"),
        FocusTarget::Search => "search-field".to_owned(),
        FocusTarget::SearchButton => "search-button".to_owned(),
        FocusTarget::Heading => "heading".to_owned(),
    }
}

/// Where it goes in "Your comments".
pub(crate) fn managed_focus(target: manage::FocusTarget) -> String {
    match target {
        manage::FocusTarget::Panel => "panel".to_owned(),
        manage::FocusTarget::Offer => "offered-file".to_owned(),
        manage::FocusTarget::Import => "import".to_owned(),
        manage::FocusTarget::Unsaved(number) => format!("unsaved {number}"),
        manage::FocusTarget::PanelButton => "panel-button".to_owned(),
    }
}

/// A box.
pub(crate) fn composer(composer: ComposerId) -> String {
    match composer {
        ComposerId::New => "new-box".to_owned(),
        ComposerId::Reply(id) => format!("reply-box {id}"),
        ComposerId::Edit(id) => format!("edit-box {id}"),
    }
}

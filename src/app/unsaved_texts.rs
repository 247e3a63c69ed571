//! How the reader looks through what of a file finds no room.

use super::effect::{Effect, FocusTarget};
use super::import::Import;
use super::model::Model;
use super::unsaved::Unsaved;

/// Shows the first of them, or none any more.
pub(super) fn toggle(model: &mut Model) -> Vec<Effect> {
    if let Some(Import::Shown(shown, unsaved)) = model.panel.as_mut().map(|panel| &mut panel.import) {
        *unsaved = if unsaved.is_none() && shown.unsaved_texts() > 0 {
            let mut first = Unsaved::default();
            first.read_more(shown);
            Some(first)
        } else {
            None
        };
    }
    Vec::new()
}

/// Shows more of them.
pub(super) fn more(model: &mut Model) -> Vec<Effect> {
    let Some(Import::Shown(shown, Some(unsaved))) = model.panel.as_mut().map(|panel| &mut panel.import) else {
        return Vec::new();
    };
    let before = unsaved.texts.len();
    unsaved.read_more(shown);
    if unsaved.texts.len() > before { vec![Effect::Focus(FocusTarget::Unsaved(before))] } else { Vec::new() }
}

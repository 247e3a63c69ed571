//! How the reader looks through what of a file finds no space.

use super::effect::{Effect, FocusTarget};
use super::import::Import;
use super::unsaved::Unsaved;

/// Shows the first texts that find no space, or hides them again.
pub(super) fn toggle(import: &mut Import) {
    if let Import::Shown(shown, unsaved) = import {
        *unsaved = if unsaved.is_none() && shown.unsaved_texts() > 0 {
            let mut first = Unsaved::default();
            first.read_more(shown);
            Some(first)
        } else {
            None
        };
    }
}

/// Shows more of these texts.
pub(super) fn more(import: &mut Import) -> Option<Effect> {
    let Import::Shown(shown, Some(unsaved)) = import else {
        return None;
    };
    let before = unsaved.texts.len();
    unsaved.read_more(shown);
    (unsaved.texts.len() > before).then_some(Effect::Focus(FocusTarget::Unsaved(before)))
}

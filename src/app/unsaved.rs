//! What of a file finds no room, as far as the reader looks at it. Nothing of it is kept.

use std::rc::Rc;

use super::effect::{Effect, FocusTarget};
use super::import::{Import, Shown};
use super::model::Model;
use crate::store::over_room::UnsavedText;

/// How many texts are read and drawn at once.
pub const AT_ONCE: usize = 50;

/// The texts that are shown, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Unsaved {
    /// Each with the number of its thread in [`Shown::threads`].
    pub texts: Vec<(usize, Rc<UnsavedText>)>,
    /// How many of them all have been looked at.
    pub seen: usize,
}

impl Unsaved {
    fn read_more(&mut self, shown: &Shown) {
        let end = self.seen.saturating_add(AT_ONCE);
        let mut before = 0;
        for (number, thread) in shown.threads.iter().enumerate() {
            let texts = &thread.preview.over_room.texts;
            while let Some(record) = texts.get(self.seen - before).filter(|_| self.seen < end) {
                self.seen += 1;
                self.texts.extend(UnsavedText::read(&thread.key, record).map(|text| (number, Rc::new(text))));
            }
            before += texts.len();
            if self.seen < before {
                break;
            }
        }
    }
}

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

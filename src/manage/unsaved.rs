//! What of a file finds no space, as far as the reader looks at it. Nothing of it is kept.

use std::rc::Rc;

use super::import_preview::ImportPreview;
use crate::store::file::over_quota::UnsavedText;

/// How many texts are read and drawn at once.
pub const AT_ONCE: usize = 50;

/// The texts that are shown, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Unsaved {
    /// Each with the number of its thread in [`ImportPreview::threads`].
    pub texts: Vec<(usize, Rc<UnsavedText>)>,
    /// How many of them all have been looked at.
    pub seen: usize,
}

impl Unsaved {
    /// Reads the next of them.
    pub(super) fn read_more(&mut self, shown: &ImportPreview) {
        let end = self.seen.saturating_add(AT_ONCE);
        let mut before = 0;
        for (number, thread) in shown.threads.iter().enumerate() {
            let texts = &thread.preview.over_quota.texts;
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

//! The composers that a browser would draw in one page, and what its reader has typed there.

use std::collections::BTreeMap;

use article_widget::domain::composer_id::ComposerId;

use crate::text::Text;

/// Of each composer that is drawn: the number of its drawing, and what stands in its text field.
#[derive(Clone, Debug, Default)]
pub(crate) struct Composers(BTreeMap<ComposerId, (u32, String)>);

impl Composers {
    /// Puts a text into a composer's field if that is empty, and says what stands there then; `None` if there is no such composer.
    pub(crate) fn fill(&mut self, composer: ComposerId, text: String) -> Option<String> {
        let (_, field) = self.0.get_mut(&composer)?;
        if field.is_empty() {
            *field = text;
        }
        Some(field.clone())
    }

    /// Draws the composers that are open, each with the number of its drawing and what it is drawn with; one that was drawn already
    /// keeps what the reader typed.
    pub(crate) fn draw<'a>(&mut self, open: impl Iterator<Item = (ComposerId, u32, &'a str)>) {
        let mut before = std::mem::take(&mut self.0);
        for (composer, drawing, text) in open {
            let field = match before.remove(&composer) {
                Some((drawn, field)) if drawn == drawing => field,
                _ => text.to_owned(),
            };
            self.0.insert(composer, (drawing, field));
        }
    }

    /// Types into a composer.
    pub(crate) fn write(&mut self, composer: ComposerId, text: Text) {
        self.0.entry(composer).or_default().1 = text.to_string();
    }

    /// What stands in a composer.
    pub(crate) fn text(&self, composer: ComposerId) -> Option<Text> {
        self.0.get(&composer).and_then(|(_, field)| Text::read(field))
    }

    /// What stands in all of them.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (ComposerId, Text)> {
        self.0.iter().filter_map(|(composer, (_, field))| Some((*composer, Text::read(field)?)))
    }
}

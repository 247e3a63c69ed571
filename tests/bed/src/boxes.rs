//! The boxes that a browser would draw in one page, and what its reader has typed there.

use std::collections::BTreeMap;

use article_widget::domain::form_id::FormId;

use crate::text::Text;

/// What stands in each text field that is drawn, and which drawing of the box it is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Boxes(BTreeMap<FormId, (u32, String)>);

impl Boxes {
    /// Puts a text into a field that is empty, and says what stands there then; `None` if there is no such box.
    pub(crate) fn fill(&mut self, form: FormId, text: String) -> Option<String> {
        let (_, field) = self.0.get_mut(&form)?;
        if field.is_empty() {
            *field = text;
        }
        Some(field.clone())
    }

    /// Draws the boxes that are open, each with the number of its drawing and what it is drawn with; one that was drawn already
    /// keeps what the reader typed.
    pub(crate) fn draw<'a>(&mut self, open: impl Iterator<Item = (FormId, u32, &'a str)>) {
        let mut before = std::mem::take(&mut self.0);
        for (form, drawing, text) in open {
            let field = match before.remove(&form) {
                Some((drawn, field)) if drawn == drawing => field,
                _ => text.to_owned(),
            };
            self.0.insert(form, (drawing, field));
        }
    }

    /// Types into a box.
    pub(crate) fn write(&mut self, form: FormId, text: Text) {
        self.0.entry(form).or_default().1 = text.to_string();
    }

    /// What stands in a box.
    pub(crate) fn text(&self, form: FormId) -> Option<Text> {
        self.0.get(&form).and_then(|(_, field)| Text::read(field))
    }

    /// What stands in all of them.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (FormId, Text)> {
        self.0.iter().filter_map(|(form, (_, field))| Some((*form, Text::read(field)?)))
    }
}

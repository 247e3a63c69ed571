//! The boxes that a browser would draw in one page, and what its reader has typed there.

use std::collections::{BTreeMap, BTreeSet};

use article_widget::app::Msg;
use article_widget::app::form::FormId;
use article_widget::domain::operation_id::OperationId;

use crate::text::Text;
use crate::widget::Widget;

impl Widget {
    /// Puts a text into a field that is empty, and says what stands there then.
    pub(crate) fn fill(&mut self, form: FormId, text: String) -> Option<Msg> {
        let (_, field) = self.boxes.get_mut(&form)?;
        if field.is_empty() {
            *field = text;
        }
        Some(Msg::Typed { form, text: field.clone() })
    }

    /// Draws the boxes that are open; one that was drawn already keeps what the reader typed.
    pub(crate) fn draw(&mut self) {
        let mut before = std::mem::take(&mut self.boxes);
        let mut drawn = BTreeMap::new();
        let model = self.model();
        // A comment with two open boxes is named twice.
        let comments: BTreeSet<OperationId> = model.forms.comments().collect();
        let boxes = comments.into_iter().flat_map(|id| [FormId::Reply(id), FormId::Edit(id)]);
        for id in [FormId::New].into_iter().chain(boxes) {
            let Some(form) = model.forms.get(id) else {
                continue;
            };
            let field = match before.remove(&id) {
                Some((generation, field)) if generation == form.generation => field,
                _ => model.box_text(id).to_owned(),
            };
            drawn.insert(id, (form.generation, field));
        }
        self.boxes = drawn;
    }

    /// Types into a box.
    pub(crate) fn write(&mut self, form: FormId, text: Text) {
        self.boxes.entry(form).or_default().1 = text.to_string();
    }

    /// What stands in a box.
    pub(crate) fn text_in(&self, form: FormId) -> Option<Text> {
        self.boxes.get(&form).and_then(|(_, field)| Text::read(field))
    }
}

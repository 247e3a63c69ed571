//! The field that a reader writes in, as its tools see it: in bytes, where browsers count in UTF-16.

use web_sys::HtmlTextAreaElement;

use super::formatting_hands::hands;
use crate::domain::text_edit::{Edit, Selected};

/// A field at one moment.
pub(super) struct Field {
    element: HtmlTextAreaElement,
    text: String,
    from: usize,
    to: usize,
}

impl Field {
    /// Reads the field.
    pub(super) fn read(element: HtmlTextAreaElement) -> Self {
        let text = element.value();
        let place = |unit: Option<u32>| byte_of(&text, unit.unwrap_or_default());
        let from = place(element.selection_start().ok().flatten());
        let to = place(element.selection_end().ok().flatten());
        Self { element, from, to: to.max(from), text }
    }

    /// The text, and what is selected in it.
    pub(super) fn selected(&self) -> Selected<'_> {
        Selected { text: &self.text, from: self.from, to: self.to }
    }

    /// Changes it, as if that had been typed.
    pub(super) fn edit(&self, edit: &Edit) {
        let Some(hands) = hands() else { return };
        let unit = |place: usize| unit_of(&self.text, place);
        let _ = self.element.focus();
        let _ = self.element.set_selection_range(unit(edit.from), unit(edit.to));
        (hands.write)(&self.element, &edit.text);
        let (from, to) = edit.selected;
        let new = |place: usize| unit(edit.from) + unit_of(&edit.text, place);
        let _ = self.element.set_selection_range(new(from), new(to));
    }
}

/// The place in bytes of a place in UTF-16 units; within a character, that before it.
fn byte_of(text: &str, unit: u32) -> usize {
    let mut left = usize::try_from(unit).unwrap_or(usize::MAX);
    for (place, each) in text.char_indices() {
        if left < each.len_utf16() {
            return place;
        }
        left -= each.len_utf16();
    }
    text.len()
}

fn unit_of(text: &str, place: usize) -> u32 {
    let units: usize = text.get(..place).unwrap_or(text).chars().map(char::len_utf16).sum();
    u32::try_from(units).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_as_browsers_do_and_back() {
        let text = "a👍é";
        let bytes = [0, 1, 2, 3, 4, 9].map(|unit| byte_of(text, unit));
        assert_eq!(bytes, [0, 1, 1, 5, 7, 7]);
        assert_eq!([0, 1, 5, 7].map(|place| unit_of(text, place)), [0, 1, 3, 4]);
    }
}

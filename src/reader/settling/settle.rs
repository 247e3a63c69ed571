//! The order in which a text is made plain.

use super::{code, formulas, headings, pictures, players};
use crate::domain::markup::Markup;

/// Makes a text plain, in its place.
pub fn settle(text: &mut Markup) {
    let Some(children) = text.children_mut() else { return };
    formulas::settle(children);
    headings::settle(children);
    code::settle(children);
    pictures::settle(children);
    players::settle(children);
    children.iter_mut().for_each(settle);
}

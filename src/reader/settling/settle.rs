//! The order in which a text is made plain.

use super::{code, formulas, headings, pictures, players};
use crate::domain::markup::Markup;
use crate::reader::source::Turn;

/// After so many elements the page is asked whether it waits for its turn.
const ELEMENTS: usize = 128;

/// Makes a text plain, in its place; the page gets its turn meanwhile.
pub async fn settle(text: &mut Markup, turn: Turn) {
    let mut waiting = vec![text];
    let mut settled = 0_usize;
    while let Some(node) = waiting.pop() {
        let Some(children) = node.children_mut() else { continue };
        settled += 1;
        if settled.is_multiple_of(ELEMENTS) {
            turn().await;
        }
        formulas::settle(children);
        headings::settle(children);
        code::settle(children);
        pictures::settle(children);
        players::settle(children);
        waiting.extend(children);
    }
}

//! The walk in steps: a long text is judged bit by bit, also where all of it stands in a box.

use super::cleaner::{Cleaner, MAX_SHOWN_DEPTH, close, push};
use super::safe_node::SafeNode;
use crate::domain::allow_list::Tag;
use crate::domain::markup::Markup;

/// Boxes are gone into so deep. What stands deeper is judged in one step with what is around it.
const MOST_BOXES: usize = 8;

/// A text that is being judged.
pub struct Cleaning<'c, 'a> {
    cleaner: &'c Cleaner<'a>,
    /// The boxes around what comes next, the innermost at the end.
    boxes: Vec<Opened<'c>>,
    /// What may be shown of what stands in none.
    made: Vec<SafeNode>,
    rest: std::slice::Iter<'c, Markup>,
}

/// A box whose content is being judged: what is left of it, and what may be shown of the rest.
struct Opened<'c> {
    rest: std::slice::Iter<'c, Markup>,
    made: Vec<SafeNode>,
}

impl<'c, 'a> Cleaning<'c, 'a> {
    /// Begins with these nodes.
    pub fn of(cleaner: &'c Cleaner<'a>, nodes: &'c [Markup]) -> Self {
        Self { cleaner, boxes: Vec::new(), made: Vec::new(), rest: nodes.iter() }
    }

    /// Goes one step on, and gives whether there was one.
    pub fn goes_on(&mut self) -> bool {
        let depth = self.boxes.len();
        let (rest, made) = match self.boxes.last_mut() {
            Some(inner) => (&mut inner.rest, &mut inner.made),
            None => (&mut self.rest, &mut self.made),
        };
        match rest.next() {
            Some(node) if depth < MOST_BOXES && self.cleaner.is_box(node) => {
                self.boxes.push(Opened { rest: node.children().iter(), made: Vec::new() });
            }
            Some(node) => self.cleaner.clean_next(node, MAX_SHOWN_DEPTH - depth, made),
            None => {
                let Some(ended) = self.boxes.pop() else { return false };
                let around = self.boxes.last_mut().map_or(&mut self.made, |outer| &mut outer.made);
                let mut closed = Vec::new();
                close(Tag::Div, Vec::new(), ended.made, &mut closed);
                closed.into_iter().for_each(|safe| push(around, safe));
            }
        }
        true
    }

    /// What may be shown, in its order.
    pub fn end(self) -> Vec<SafeNode> {
        self.made
    }
}

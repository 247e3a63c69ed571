//! Marks of the words that a reader looks for, in the rows that are in view or near it. The rows themselves stay as they are.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Range, Text};

use super::elements;
use crate::domain::search::{Folding, has_all, places};

#[wasm_bindgen(module = "/src/element/loader/page/found.js")]
extern "C" {
    #[wasm_bindgen(js_name = letters)]
    fn letters_of(sign: &str) -> String;

    fn show(before: &Array, ranges: &Array);
}

/// `NodeFilter.SHOW_TEXT`.
const TEXTS: u32 = 4;

/// Milliseconds from when the page is scrolled until what has come into view is marked.
const SOON: u32 = 60;

/// What is marked of a row, from the row.
const MARKED: [&str; 2] =
    [":scope > .comment-main > .comment-header > .comment-name", ":scope > .comment-main > .comment-body"];

/// The letters of a sign, as the browser knows them: see [`Folding::new`].
pub fn letters(sign: char) -> String {
    letters_of(sign.encode_utf8(&mut [0; 4]))
}

/// What marks words.
pub trait MarkFound {
    /// Marks these, and no others.
    fn mark(&self, words: &[String]);
}

/// For the rows of a thread.
pub fn marking(root: Element) -> Box<dyn MarkFound> {
    Box::new(FoundMarks { marks: Rc::new(Marks::of(root)), listener: RefCell::default() })
}

/// The marks, and what follows the page as it is scrolled while there are any.
struct FoundMarks {
    marks: Rc<Marks>,
    listener: RefCell<Option<EventListener>>,
}

impl MarkFound for FoundMarks {
    fn mark(&self, words: &[String]) {
        self.marks.words.replace(words.to_vec());
        self.marks.draw();
        if words.is_empty() {
            self.listener.take();
            return;
        }
        let Some(document) = self.marks.root.owner_document() else { return };
        self.listener.borrow_mut().get_or_insert_with(|| {
            let marks = Rc::clone(&self.marks);
            // Whatever is scrolled: what is around the thread may be.
            let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
            EventListener::new_with_options(&document, "scroll", options, move |_| Marks::draw_soon(&marks))
        });
    }
}

impl Drop for FoundMarks {
    fn drop(&mut self) {
        self.marks.words.take();
        self.marks.draw();
    }
}

struct Marks {
    root: Element,
    words: RefCell<Vec<String>>,
    folding: RefCell<Folding>,
    /// What is marked.
    ranges: RefCell<Array>,
    soon: RefCell<Option<Timeout>>,
}

impl Marks {
    fn of(root: Element) -> Self {
        Self {
            root,
            words: RefCell::default(),
            folding: RefCell::new(Folding::new(letters)),
            ranges: RefCell::default(),
            soon: RefCell::default(),
        }
    }

    fn draw_soon(marks: &Rc<Self>) {
        marks.soon.borrow_mut().get_or_insert_with(|| {
            let again = Rc::clone(marks);
            Timeout::new(SOON, move || {
                again.soon.take();
                again.draw();
            })
        });
    }

    fn draw(&self) {
        let ranges = Array::new();
        if !self.words.borrow().is_empty() {
            self.in_view().iter().for_each(|row| self.add(row, &ranges));
        }
        show(&self.ranges.replace(ranges.clone()), &ranges);
    }

    /// The rows in view, and those within a view above and below.
    fn in_view(&self) -> Vec<Element> {
        let page = self.root.owner_document().and_then(|document| document.document_element());
        let height = page.map_or(0.0, |page| f64::from(page.client_height()));
        let is_near = |row: &Element| {
            let place = row.get_bounding_client_rect();
            place.bottom() > -height && place.top() < 2.0 * height
        };
        elements::within(&self.root, ".comments > .comment").filter(is_near).collect()
    }

    /// Adds the words of a row, if it has them all.
    fn add(&self, row: &Element, ranges: &Array) {
        let (words, mut folding) = (self.words.borrow(), self.folding.borrow_mut());
        let [name, body] = MARKED.map(|selector| {
            row.query_selector(selector)
                .ok()
                .flatten()
                .map(|element| Drawn::of(&element, &mut folding))
                .unwrap_or_default()
        });
        if !has_all(&words, [&name.folded, &body.folded]) {
            return;
        }
        for drawn in [name, body] {
            for (start, end) in places(&words, &drawn.folded) {
                if let Some(range) = drawn.range(start, end) {
                    ranges.push(&range);
                }
            }
        }
    }
}

/// What stands in an element, as it is compared.
#[derive(Default)]
struct Drawn {
    nodes: Vec<Text>,
    folded: String,
    /// For each byte of `folded` where it stands: the number of the node, and the first and the last place of the sign there.
    places: Vec<(usize, u32, u32)>,
}

impl Drawn {
    fn of(element: &Element, folding: &mut Folding) -> Self {
        let mut drawn = Self::default();
        let document = element.owner_document();
        let Some(walker) = document.and_then(|it| it.create_tree_walker_with_what_to_show(element, TEXTS).ok()) else {
            return drawn;
        };
        while let Ok(Some(node)) = walker.next_node() {
            let Ok(text) = node.dyn_into::<Text>() else { continue };
            let (number, mut at) = (drawn.nodes.len(), 0);
            for sign in text.data().chars() {
                let end = at + if sign.len_utf16() == 1 { 1 } else { 2 };
                folding.push(sign, &mut drawn.folded);
                drawn.places.resize(drawn.folded.len(), (number, at, end));
                at = end;
            }
            drawn.nodes.push(text);
        }
        drawn
    }

    /// The range of these bytes in the page.
    fn range(&self, start: usize, end: usize) -> Option<Range> {
        let (first, from, _) = *self.places.get(start)?;
        let (last, _, to) = *self.places.get(end.checked_sub(1)?)?;
        let range = Range::new().ok()?;
        range.set_start(self.nodes.get(first)?, from).ok()?;
        range.set_end(self.nodes.get(last)?, to).ok()?;
        Some(range)
    }
}

//! Keys by which the reader goes from comment to comment, and the comment shown that a link leads to: nothing of it happens outside
//! the list.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use crate::app::list::{Direction, ListMsg};
use crate::domain::operation_id::OperationId;
use crate::widget::Msg;

/// Where keys mean something else: what is written in, what has choices of its own, what scrolls by itself, and forms.
const OTHERS: &str = "form, input, textarea, select, pre, [tabindex='0'], [contenteditable], [role=toolbar], [role=menu], [role=dialog], .signs";

/// CSS pixels by which a row that has been scrolled to may be out of view.
const SLACK: f64 = 8.0;

/// The attribute of the comment to which the link leads that is looked at.
const POINTED: &str = "data-pointed";

/// Listens until it is dropped.
pub(super) struct ListMoves {
    _listeners: Vec<EventListener>,
}

impl ListMoves {
    /// In the thread drawn into `root`. [`ListMsg::PressedKey`] goes to `send`.
    pub(super) fn new(root: &Element, send: Rc<dyn Fn(Msg)>) -> Self {
        let keys = EventListener::new_with_options(root, "keydown", EventListenerOptions::enable_prevent_default(), {
            move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if let Some((at, direction)) = moved(event) {
                    // Escape may close something of the page's as well.
                    if direction != Direction::Back {
                        event.prevent_default();
                    }
                    send(ListMsg::PressedKey { at, direction }.into());
                }
            }
        });
        let mut listeners = vec![keys];
        let pointed = Rc::new(RefCell::new(None));
        for name in ["pointerover", "focusin", "pointerout", "focusout"] {
            let (within, pointed) = (root.clone(), Rc::clone(&pointed));
            let comes = name.ends_with("in") || name.ends_with("over");
            let listen = move |event: &Event| {
                let Some(link) = element(event).and_then(|target| target.closest("[data-answers]").ok().flatten())
                else {
                    return;
                };
                // What the pointer leaves may have the focus, and the other way round.
                let rest = || within.query_selector("[data-answers]:is(:hover, :focus)").ok().flatten();
                point(&within, &pointed, Some(link).filter(|_| comes).or_else(rest));
            };
            listeners.push(EventListener::new(root, name, listen));
        }
        Self { _listeners: listeners }
    }
}

fn element(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Marks the comment to which a link leads, if it is drawn, in place of the one before.
fn point(root: &Element, pointed: &RefCell<Option<Element>>, link: Option<Element>) {
    let id = link.and_then(|link| link.get_attribute("data-answers"));
    let to = id.and_then(|id| root.query_selector(&format!("[data-id=\"{id}\"]")).ok().flatten());
    if let Some(to) = &to {
        let _ = to.set_attribute(POINTED, "");
    }
    let before = pointed.replace(to.clone());
    if let Some(before) = before.filter(|before| to.as_ref() != Some(before)) {
        let _ = before.remove_attribute(POINTED);
    }
}

/// The comment in whose row a key was pressed that leads elsewhere, and where.
fn moved(event: &KeyboardEvent) -> Option<(OperationId, Direction)> {
    // 229: an input method has taken it, which Safari says no other way.
    let is_taken = event.default_prevented() || event.is_composing() || event.key_code() == 229;
    if is_taken || event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
        return None;
    }
    let target = element(event)?;
    if target.closest(OTHERS).ok()?.is_some() {
        return None;
    }
    let row = target.closest(".comment").ok()??;
    let at = OperationId::parse(&row.get_attribute("data-id")?)?;
    let is_rtl = || row.matches(":dir(rtl)").unwrap_or(false);
    let direction = match event.key().as_str() {
        "j" | "J" => Direction::Next,
        "k" | "K" => Direction::Previous,
        // What of a long comment is out of view is scrolled to first, and after the last comment the page goes on.
        "ArrowDown" if row.next_element_sibling().is_some() && !is_beyond(&row, true) => Direction::Next,
        "ArrowUp" if row.previous_element_sibling().is_some() && !is_beyond(&row, false) => Direction::Previous,
        "ArrowRight" if is_rtl() => Direction::Out,
        "ArrowLeft" if is_rtl() => Direction::In,
        "ArrowRight" => Direction::In,
        "ArrowLeft" => Direction::Out,
        "Escape" => Direction::Back,
        _ => return None,
    };
    Some((at, direction))
}

/// Whether a row goes on below the view, or begins above it.
fn is_beyond(row: &Element, below: bool) -> bool {
    let place = row.get_bounding_client_rect();
    let page = row.owner_document().and_then(|document| document.document_element());
    let height = page.map_or(f64::INFINITY, |page| f64::from(page.client_height()));
    if below { place.bottom() > height + SLACK } else { place.top() < -SLACK }
}

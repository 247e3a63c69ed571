//! Links to comments: which comment the page's address names, and which widget of the page leads to it. Of all widgets of a page
//! only this follows the fragment of its address, and it changes that only when a reader presses such a link.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, Location, MouseEvent, ShadowRoot};

use super::{clipboard, page, page_address, window_events};
use crate::app::effect::LinkRequest;
use crate::app::msg::LinkMsg;
use crate::domain::operation_id::OperationId;
use crate::widget::Msg;

/// What stands before the id of a comment in a fragment.
const NAMES: &str = "#comment-";
/// Links to comments, as the views draw them.
const LINKS: &str = "a.permalink";
/// The attribute by which a frame's document says which page is around it, as `element/loader/embed.js` has it.
const PAGE_AROUND: &str = "data-page-around";
/// What is written in.
const FIELDS: &str = "input, textarea, select, [contenteditable]";

thread_local! {
    static OWNER: RefCell<Owner> = RefCell::default();
}

/// What leads to the comment that the page's address names, for all widgets.
#[derive(Default)]
struct Owner {
    widgets: Vec<Seeker>,
    numbers: u32,
    /// The page's address when it was looked at last.
    address: String,
    /// The comment that is named, until one of the widgets leads to it.
    wanted: Option<OperationId>,
    /// The widget that says that it is not here.
    teller: Option<u32>,
    /// The field that had the focus when the comment was named.
    field: Option<Element>,
    listener: Option<EventListener>,
}

/// A widget that looks for the comment.
struct Seeker {
    number: u32,
    root: Element,
    send: Rc<dyn Fn(Msg)>,
    is_absent: bool,
}

/// What is to be sent once nobody holds the owner any more.
type Told = Vec<(Rc<dyn Fn(Msg)>, LinkMsg)>;

/// The links of one widget, until it is dropped.
pub(super) struct Permalinks {
    number: u32,
    _listeners: Vec<EventListener>,
}

impl Permalinks {
    /// In the thread drawn into `root`; what happens goes to `send`.
    pub(super) fn new(root: &Element, send: Rc<dyn Fn(Msg)>) -> Self {
        let number = act(|owner| {
            owner.listener = owner.listener.take().or_else(|| {
                let followed: Rc<dyn Fn()> = Rc::new(|| act(|owner| ((), owner.look(true))));
                window_events::listen("hashchange", &followed)
            });
            owner.numbers = owner.numbers.wrapping_add(1);
            let mut told = owner.look(false);
            let named = LinkMsg::Named(owner.wanted);
            told.extend(owner.wanted.map(|_| (Rc::clone(&send), named)));
            owner.widgets.push(Seeker { number: owner.numbers, root: root.clone(), send, is_absent: false });
            (owner.numbers, told)
        });
        let mut listeners = Vec::new();
        for name in ["pointerover", "focusin"] {
            // The whole address, whatever the page's `<base>`: it is seen, copied and opened elsewhere.
            listeners.push(EventListener::new(root, name, |event| {
                if let Some((link, id)) = link(event) {
                    let _ = link.set_attribute("href", &address_of(id));
                }
            }));
        }
        let options = EventListenerOptions::enable_prevent_default();
        listeners.push(EventListener::new_with_options(root, "click", options, pressed));
        Self { number, _listeners: listeners }
    }

    /// Carries out what is to be done about links.
    pub(super) fn carry_out(&self, request: LinkRequest, send: Rc<dyn Fn(Msg)>) {
        match request {
            LinkRequest::Look => act(|owner| ((), owner.look(true))),
            LinkRequest::Found(id) => act(|owner| ((), owner.found(self.number, id))),
            LinkRequest::Absent(id) => act(|owner| ((), owner.absent(self.number, id))),
            LinkRequest::Copy(id) => {
                clipboard::copy(&address_of(id), move |worked| send(LinkMsg::Copied(worked).into()));
            }
        }
    }
}

impl Drop for Permalinks {
    fn drop(&mut self) {
        act(|owner| {
            owner.widgets.retain(|widget| widget.number != self.number);
            ((), owner.tell())
        });
    }
}

/// Does something with the owner, and tells the widgets of it afterwards.
fn act<T>(with: impl FnOnce(&mut Owner) -> (T, Told)) -> T {
    let (result, told) = OWNER.with_borrow_mut(with);
    told.into_iter().for_each(|(send, msg)| send(msg.into()));
    result
}

impl Owner {
    /// Looks which comment the page's address names, if that is another address than before, or `anew`.
    fn look(&mut self, anew: bool) -> Told {
        let address = page_address::url();
        if !anew && address == self.address {
            return Told::new();
        }
        self.address = address;
        self.name(location().and_then(|location| named(&location.hash().ok()?)))
    }

    /// Has all widgets look for a comment, or for none.
    fn name(&mut self, id: Option<OperationId>) -> Told {
        (self.wanted, self.teller, self.field) = (id, None, field(&self.widgets));
        self.widgets.iter_mut().for_each(|widget| widget.is_absent = false);
        self.widgets.iter().map(|widget| (Rc::clone(&widget.send), LinkMsg::Named(id))).collect()
    }

    /// A widget has the comment: the first one that does leads to it.
    fn found(&mut self, number: u32, id: OperationId) -> Told {
        let wins = self.wanted == Some(id);
        // Somebody who has begun to write since keeps the focus.
        let field = field(&self.widgets);
        let writes = field.is_some() && field != self.field;
        if wins {
            (self.wanted, self.teller) = (None, None);
        }
        let told = self.widgets.iter().filter(|widget| wins || widget.number == number).map(|widget| {
            let leads = wins && widget.number == number;
            (Rc::clone(&widget.send), if leads { LinkMsg::Led { id, writes } } else { LinkMsg::Named(None) })
        });
        told.collect()
    }

    /// A widget does not have the comment.
    fn absent(&mut self, number: u32, id: OperationId) -> Told {
        if self.wanted != Some(id) {
            return Told::new();
        }
        let absent = self.widgets.iter_mut().find(|widget| widget.number == number);
        absent.into_iter().for_each(|widget| widget.is_absent = true);
        self.tell()
    }

    /// Where no widget has the comment, has one of them say so.
    fn tell(&mut self) -> Told {
        let Some(id) = self.wanted.filter(|_| self.widgets.iter().all(|widget| widget.is_absent)) else {
            return Told::new();
        };
        if self.widgets.iter().any(|widget| Some(widget.number) == self.teller) {
            return Told::new();
        }
        self.teller = self.widgets.first().map(|widget| widget.number);
        self.widgets.first().map(|widget| (Rc::clone(&widget.send), LinkMsg::Missed(id))).into_iter().collect()
    }
}

/// The field that has the focus, in the page or in a widget.
fn field(widgets: &[Seeker]) -> Option<Element> {
    let is_field = |element: &Element| element.matches(FIELDS).unwrap_or(false);
    let trees = widgets.iter().filter_map(|widget| widget.root.get_root_node().dyn_into::<ShadowRoot>().ok());
    let within = trees.filter_map(|tree| tree.active_element()).find(is_field);
    within.or_else(|| document()?.active_element().filter(is_field))
}

/// The link to a comment that an event is about.
fn link(event: &Event) -> Option<(Element, OperationId)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest(LINKS).ok()??;
    let href = link.get_attribute("href")?;
    Some((link, named(href.get(href.find('#')?..)?)?))
}

/// Leads to a comment whose link was pressed, unless the page or a key held down has made something else of it.
fn pressed(event: &Event) {
    let Some((_, id)) = link(event) else { return };
    let is_plain = event.dyn_ref::<MouseEvent>().is_some_and(|press| {
        press.button() == 0 && !(press.ctrl_key() || press.meta_key() || press.alt_key() || press.shift_key())
    });
    if event.default_prevented() || !is_plain {
        return;
    }
    event.prevent_default();
    let hash = location().and_then(|location| location.hash().ok()).unwrap_or_default();
    // Some pages keep in the fragment which of their views is shown; they must not take a comment for a view.
    let is_view = hash.starts_with("#/") || hash.starts_with("#!");
    let changes = !is_view && named(&hash) != Some(id);
    if !changes || location().is_none_or(|location| location.set_hash(&format!("{NAMES}{id}")).is_err()) {
        act(|owner| ((), owner.name(Some(id))));
    }
}

/// The comment that a fragment names.
fn named(hash: &str) -> Option<OperationId> {
    OperationId::parse(hash.strip_prefix(NAMES)?)
}

/// The address of a comment: in a frame that of the page around it, as far as that is known.
fn address_of(id: OperationId) -> String {
    let root = document().and_then(|document| document.document_element());
    let address = root.and_then(|root| root.get_attribute(PAGE_AROUND)).unwrap_or_else(page_address::url);
    let page = address.split('#').next().unwrap_or_default();
    format!("{page}{NAMES}{id}")
}

fn document() -> Option<Document> {
    page::window()?.document()
}

fn location() -> Option<Location> {
    Some(page::window()?.location())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_names_a_comment_only_by_a_whole_id() {
        let id = OperationId::parse("0000000070000000000007").unwrap();
        assert_eq!(named(&format!("#comment-{id}")), Some(id));
        for hash in ["", "#", "#comments", "#comment-", "#comment-7", "#0000000070000000000007", "#fn1", "#/comment-x"]
        {
            assert_eq!(named(hash), None, "{hash}");
        }
        for odd in [
            format!("#comment-{id} "),
            format!("#comment-{id}\"]"),
            format!("#comment-%{id}"),
            format!("#COMMENT-{id}"),
        ] {
            assert_eq!(named(&odd), None, "{odd}");
        }
    }
}

//! The elements that Yew owns and the program that draws into them: made once, and lent to one widget of the page after
//! the other. Yew never takes its listeners off an element again, so each new one would stay in memory for good.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Document;
use yew::AppHandle;

use crate::browser::hearing::Hearing;
use crate::browser::{keys, other_apps};
use crate::view::root::{Root, RootProps, Visit};
use crate::view::stage::Stage;
use crate::widget::Msg;

thread_local! {
    /// Those that no widget has now.
    static FREE: RefCell<Vec<Seat>> = const { RefCell::new(Vec::new()) };
}

/// A program with its elements.
pub struct Seat {
    app: AppHandle<Root>,
    /// Whether its elements still have their listeners; it has one of its own to tell.
    hearing: Hearing,
    /// What it draws into.
    pub stage: Stage,
}

impl Seat {
    /// One that is free, or a new one.
    ///
    /// # Errors
    /// What the DOM threw when an element was to be made.
    pub fn take(document: &Document) -> Result<Self, JsValue> {
        if let Some(seat) = FREE.with_borrow_mut(Self::cleared) {
            return Ok(seat);
        }
        let stage = Stage::new(document)?;
        // Keys typed in a form are not the page's shortcuts.
        keys::keep_from_page(&stage.thread);
        other_apps::keep_from_yew(&stage.thread);
        other_apps::keep_from_yew(&stage.notice);
        let props = RootProps { stage: stage.clone(), visit: None };
        let hearing = Hearing::of(&stage.thread);
        let app = yew::Renderer::<Root>::with_root_and_props(stage.thread.clone(), props).render();
        Ok(Self { app, hearing, stage })
    }

    /// One in which nothing stands any more. Yew's scheduler lets the page go on between two steps of a drawing (0.23), so what
    /// a widget drew may be there for a while after it has left, and must not stand in the next.
    fn cleared(free: &mut Vec<Self>) -> Option<Self> {
        let nth = free.iter().rposition(|seat| seat.stage.thread.first_element_child().is_none())?;
        Some(free.swap_remove(nth))
    }

    /// Begins to show a widget.
    pub fn begin(&mut self, visit: Visit) {
        self.app.update(RootProps { stage: self.stage.clone(), visit: Some(visit) });
    }

    /// What sends messages to the widget that is shown.
    pub fn sender(&self) -> Rc<dyn Fn(Msg)> {
        let scope = (*self.app).clone();
        Rc::new(move |message| scope.send_message(message))
    }

    /// Ends it. What it drew goes, and the elements wait for the next, unless they were in a frame that was taken out.
    pub fn leave(mut self) {
        let stage = self.stage.clone();
        if self.hearing.is_left() {
            self.app.update(RootProps { stage: stage.clone(), visit: None });
            stage.remove();
            FREE.with_borrow_mut(|free| free.push(self));
        } else {
            stage.remove();
            self.app.destroy();
        }
    }
}

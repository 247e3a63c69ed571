//! The roots of Yew programs with the elements that they draw into: mounted once, and lent to one widget of the page after the
//! other. Yew never takes its listeners off an element again, so each new one would stay in memory for good.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Document;
use yew::AppHandle;

use crate::browser::listener_probe::ListenerProbe;
use crate::browser::{keys, other_apps};
use crate::root::{Mount, Root, RootMsg, RootProps};
use crate::view::mount_points::MountPoints;
use crate::widget::Msg;

thread_local! {
    /// The mounted roots that no widget has now.
    static FREE: RefCell<Vec<PooledRoot>> = const { RefCell::new(Vec::new()) };
}

/// The root of a Yew program, with the elements that it draws into.
pub struct PooledRoot {
    app: AppHandle<Root>,
    /// Tells whether Yew's listeners are still on the elements: a browser may take them off with a frame.
    probe: ListenerProbe,
    /// Where it draws.
    pub points: MountPoints,
}

impl PooledRoot {
    /// A root that is free, or a new one.
    ///
    /// # Errors
    /// What the DOM threw when an element was to be made.
    pub fn take(document: &Document) -> Result<Self, JsValue> {
        if let Some(root) = FREE.with_borrow_mut(Self::cleared) {
            return Ok(root);
        }
        let points = MountPoints::new(document)?;
        // Keys typed in a form are not the page's shortcuts.
        keys::keep_from_page(&points.thread);
        other_apps::keep_from_yew(&points.thread);
        other_apps::keep_from_yew(&points.notice);
        let props = RootProps { points: points.clone(), mount: None };
        let probe = ListenerProbe::of(&points.thread);
        let app = yew::Renderer::<Root>::with_root_and_props(points.thread.clone(), props).render();
        Ok(Self { app, probe, points })
    }

    /// A free root in which nothing is drawn any more. Yew's scheduler lets the page go on between two steps of a drawing (0.23),
    /// so what a widget drew may be there for a while after it has left, and must not stand in the next.
    fn cleared(free: &mut Vec<Self>) -> Option<Self> {
        let nth = free.iter().rposition(|root| root.points.thread.first_element_child().is_none())?;
        Some(free.swap_remove(nth))
    }

    /// Begins to show a widget.
    pub fn mount(&mut self, mount: Mount) {
        self.app.update(RootProps { points: self.points.clone(), mount: Some(mount) });
    }

    /// What sends `Msg`s to the widget that is shown.
    pub fn sender(&self) -> Rc<dyn Fn(Msg)> {
        let scope = (*self.app).clone();
        Rc::new(move |msg| scope.send_message(RootMsg::Widget(msg)))
    }

    /// Ends it. What it drew goes, and the elements wait for the next, unless they were in a frame that was taken out.
    pub fn unmount(mut self) {
        let points = self.points.clone();
        if self.probe.still_hears() {
            self.app.update(RootProps { points: points.clone(), mount: None });
            points.remove();
            FREE.with_borrow_mut(|free| free.push(self));
        } else {
            points.remove();
            self.app.destroy();
        }
    }
}

//! Which comments that are new to the reader come into view.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::elements;
use crate::app::msg::FindingMsg;
use crate::domain::operation_id::OperationId;
use crate::widget::Msg;

/// Watches rows until it is dropped.
pub(super) struct NewRows {
    root: Element,
    observer: Option<IntersectionObserver>,
    _report: Closure<dyn Fn(Array)>,
}

impl NewRows {
    /// Of the list below `root`. [`FindingMsg::CameIntoView`] goes to `send`.
    pub(super) fn new(root: &Element, send: Rc<dyn Fn(Msg)>) -> Self {
        let report: Closure<dyn Fn(Array)> = Closure::new(move |entries: Array| {
            let entries = entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok());
            let seen = entries.filter(IntersectionObserverEntry::is_intersecting);
            let id = |entry: IntersectionObserverEntry| OperationId::parse(&entry.target().get_attribute("data-id")?);
            let ids: Vec<_> = seen.filter_map(id).collect();
            if !ids.is_empty() {
                send(FindingMsg::CameIntoView(ids).into());
            }
        });
        let options = IntersectionObserverInit::new();
        // What only begins at the lower edge of the view has not been read.
        options.set_root_margin("0px 0px -15% 0px");
        let observer = IntersectionObserver::new_with_options(report.as_ref().unchecked_ref(), &options).ok();
        Self { root: root.clone(), observer, _report: report }
    }

    /// Watches those that are drawn now, and reports at once which are in view.
    pub(super) fn watch(&self) {
        let Some(observer) = &self.observer else { return };
        observer.disconnect();
        elements::within(&self.root, ".comments > .new").for_each(|row: Element| observer.observe(&row));
    }
}

impl Drop for NewRows {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

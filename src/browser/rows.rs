//! The rows of a long list in the page; written in JavaScript, see `element/loader/page/rows.js`.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::app::list::ListMsg;
use crate::domain::operation_id::OperationId;
use crate::widget::Msg;

#[wasm_bindgen(module = "/src/element/loader/page/rows.js")]
extern "C" {
    fn soon(go: &JsValue);

    fn hold(root: &Element) -> Option<Function>;

    #[wasm_bindgen(js_name = Gaps)]
    type Observer;
    #[wasm_bindgen(constructor, js_class = "Gaps")]
    fn new(root: &Element, near: &JsValue) -> Observer;
    #[wasm_bindgen(method)]
    fn watch(this: &Observer);
    #[wasm_bindgen(method)]
    fn end(this: &Observer);
}

/// What is called when rows come near the view: with the first and the one after the last, the height of a row, and the focus.
type Near = dyn Fn(usize, usize, u32, Option<String>);

/// Reports [`ListMsg::GotTime`] as soon as the page had its turn.
pub(super) fn draw_more(send: Rc<dyn Fn(Msg)>) {
    soon(&Closure::once_into_js(move |count: usize| send(ListMsg::GotTime(count).into())));
}

/// Where the row is that is looked at, until rows have come or gone above it.
pub struct Held(Option<Function>);

impl Held {
    /// The row in the thread below `root` that is the first in view.
    pub fn of(root: &Element) -> Self {
        Self(hold(root))
    }

    /// Scrolls so that the row is where it was.
    pub fn put_back(self) {
        if let Some(put_back) = self.0 {
            let _ = put_back.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Watches the gaps of a list until it is dropped.
pub(super) struct Gaps {
    observer: Observer,
    _near: Closure<Near>,
}

impl Gaps {
    /// Of the list below `root`. [`ListMsg::CameNear`] goes to `send`.
    pub(super) fn new(root: &Element, send: Rc<dyn Fn(Msg)>) -> Self {
        let near: Closure<Near> = Closure::new(move |first, end, row_height, focused: Option<String>| {
            let focused = focused.as_deref().and_then(OperationId::parse);
            send(ListMsg::CameNear { first, end, row_height, focused }.into());
        });
        Self { observer: Observer::new(root, near.as_ref()), _near: near }
    }

    /// Watches those that there are now.
    pub(super) fn watch(&self) {
        self.observer.watch();
    }
}

impl Drop for Gaps {
    fn drop(&mut self) {
        self.observer.end();
    }
}

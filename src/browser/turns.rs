//! Turns of the page: whoever works for long lets it go on now and then.

use std::any::Any;
use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::{environment, page};

/// The page waits so long for a turn before it gets one, in milliseconds: a reader notices nothing of it.
const LONG: i64 = 12;

/// A page that nobody sees is not drawn: then this is waited for, in milliseconds, instead of its next drawing.
const UNSEEN: u32 = 200;

thread_local! {
    /// When it had the last one, as far as is known here.
    static LAST: Cell<i64> = const { Cell::new(0) };
}

/// Says that the page has just had its turn.
pub(super) fn begin() {
    LAST.set(environment::now().millis());
}

/// Lets the page have its turn if it has waited long for it.
pub(super) fn turn() -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async {
        if environment::now().millis() - LAST.get() >= LONG {
            give().await;
            begin();
        }
    })
}

/// Calls back when the page had its turn and was drawn, unless what this gives is dropped before.
pub fn later(then: Box<dyn FnOnce()>) -> Box<dyn Any> {
    let waiting = Rc::new(Cell::new(Some(then)));
    let still = Rc::downgrade(&waiting);
    let ring = move || {
        if let Some(then) = still.upgrade().and_then(|waiting| waiting.take()) {
            then();
        }
    };
    let unseen = Timeout::new(UNSEEN, ring.clone());
    let drawn = Closure::once_into_js(move || Timeout::new(0, ring).forget());
    if let Some(window) = page::window() {
        let _ = window.request_animation_frame(drawn.unchecked_ref());
    }
    Box::new((waiting, unseen))
}

/// Lets the page have its turn.
pub(super) async fn give() {
    let next = Promise::new(&mut |resolve: Function, _| {
        let resolve = Rc::new(resolve);
        Timeout::new(0, move || drop(resolve.call0(&JsValue::UNDEFINED))).forget();
    });
    let _ = JsFuture::from(next).await;
}

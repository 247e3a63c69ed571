//! Turns of the page: whoever works for long lets it go on now and then.

use std::any::Any;
use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Window;

use super::{environment, page};

/// The page waits so long for a turn before it gets one, in milliseconds: a reader notices nothing of it.
const LONG: i64 = 12;

/// A page that nobody sees is not drawn: then this is waited for, in milliseconds, instead of its next drawing.
const UNSEEN: i32 = 200;

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
    spawn_local(async move {
        called_back(|window, resolve| {
            let _ = window.request_animation_frame(resolve);
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(resolve, UNSEEN);
        })
        .await;
        give().await;
        if let Some(then) = still.upgrade().and_then(|waiting| waiting.take()) {
            then();
        }
    });
    Box::new(waiting)
}

/// Lets the page have its turn.
pub(super) async fn give() {
    called_back(|window, resolve| {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(resolve, 0);
    })
    .await;
}

/// Waits until a function of the page has called back.
async fn called_back(call: fn(&Window, &Function)) {
    let next = Promise::new(&mut |resolve, _| {
        if let Some(window) = page::window() {
            call(&window, &resolve);
        }
    });
    let _ = JsFuture::from(next).await;
}

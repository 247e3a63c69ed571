//! A network that is not there, in place of the page's own.

use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Headers, Response, ResponseInit, Window};

pub(crate) fn window() -> Window {
    article_widget::browser::page::window().expect("a page")
}

/// Responds to every `fetch` of the page until it is dropped.
pub(crate) struct FakeNetwork {
    real: JsValue,
    _fake: Closure<dyn Fn() -> Promise>,
}

impl FakeNetwork {
    pub(crate) fn responding(status: u16, content_type: &'static str, body: Vec<u8>) -> Self {
        let fake = Closure::<dyn Fn() -> Promise>::new(move || {
            let headers = Headers::new().expect("headers");
            headers.set("content-type", content_type).expect("a header");
            let init = ResponseInit::new();
            init.set_status(status);
            init.set_headers(&headers);
            let bytes = Uint8Array::from(body.as_slice());
            let response = Response::new_with_opt_buffer_source_and_init(Some(&bytes), &init).expect("a response");
            Promise::resolve(&JsValue::from(response))
        });
        let real = Reflect::get(&window(), &"fetch".into()).expect("fetch");
        Reflect::set(&window(), &"fetch".into(), fake.as_ref()).expect("to replace fetch");
        FakeNetwork { real, _fake: fake }
    }
}

impl Drop for FakeNetwork {
    fn drop(&mut self) {
        Reflect::set(&window(), &"fetch".into(), &self.real).expect("to restore fetch");
    }
}

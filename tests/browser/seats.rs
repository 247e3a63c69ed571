//! One widget's elements, lent to the next.

use std::cell::Cell;
use std::rc::Rc;

use article_widget::browser::page;
use article_widget::element::attributes;
use article_widget::element::seat::Seat;
use article_widget::view::root::Visit;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, HtmlElement};

fn document() -> Document {
    page::window().and_then(|window| window.document()).expect("a document")
}

/// Waits until what stands in a seat is, or is no more.
async fn drawn(seat: &web_sys::Element, is_there: bool) {
    while seat.first_element_child().is_some() != is_there {
        let window = page::window().expect("a window");
        let frame = Promise::new(&mut |go, _| {
            window.request_animation_frame(&go).expect("a frame");
        });
        JsFuture::from(frame).await.expect("a frame");
    }
}

/// A widget that stands in its seat.
async fn seated() -> Seat {
    let host: HtmlElement = document().create_element("div").expect("an element").unchecked_into();
    let config = attributes::read(&host, &article_widget::browser::page_strings::Reading::default());
    let mut seat = Seat::take(&document()).expect("a seat");
    seat.begin(Visit { host, config, count: Rc::new(Cell::new(0)) });
    drawn(&seat.stage.thread, true).await;
    seat
}

#[wasm_bindgen_test]
async fn what_one_widget_drew_never_stands_in_the_next() {
    let first = seated().await;
    let elements = first.stage.clone();
    first.leave();
    let second = Seat::take(&document()).expect("a seat");
    assert!(second.stage.thread.first_element_child().is_none());
    // What is cleared is lent again.
    drawn(&elements.thread, false).await;
    let third = Seat::take(&document()).expect("a seat");
    assert!(third.stage == elements);
}

//! One widget's mount points, lent to the next.

use std::cell::Cell;
use std::rc::Rc;

use article_widget::browser::page;
use article_widget::element::attributes;
use article_widget::element::mount_pool::PooledRoot;
use article_widget::root::Mount;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, HtmlElement};

fn document() -> Document {
    page::window().and_then(|window| window.document()).expect("a document")
}

/// Waits until what a mounted root draws is, or is no more.
async fn drawn(root: &web_sys::Element, is_there: bool) {
    while root.first_element_child().is_some() != is_there {
        let window = page::window().expect("a window");
        let frame = Promise::new(&mut |go, _| {
            window.request_animation_frame(&go).expect("a frame");
        });
        JsFuture::from(frame).await.expect("a frame");
    }
}

/// A widget that has been drawn into its mount points.
async fn mounted() -> PooledRoot {
    let host: HtmlElement = document().create_element("div").expect("an element").unchecked_into();
    let config = attributes::read(&host, &article_widget::browser::page_messages::Reading::default());
    let mut root = PooledRoot::take(&document()).expect("a root");
    root.mount(Mount { host, config, count: Rc::new(Cell::new(0)) });
    drawn(&root.points.thread, true).await;
    root
}

#[wasm_bindgen_test]
async fn what_one_widget_drew_never_stands_in_the_next() {
    let first = mounted().await;
    let elements = first.points.clone();
    first.unmount();
    let second = PooledRoot::take(&document()).expect("a root");
    assert!(second.points.thread.first_element_child().is_none());
    // What is cleared is lent again.
    drawn(&elements.thread, false).await;
    let third = PooledRoot::take(&document()).expect("a root");
    assert!(third.points == elements);
}

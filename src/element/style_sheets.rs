//! The style sheets: one constructed sheet for all threads of a page, one for fetched articles. No `<style>` element and
//! no `style` attribute, which a strict content security policy forbids.

use std::cell::RefCell;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Node};

const THREAD: &str = concat!(
    include_str!("../../styles/skins/plain.css"),
    include_str!("../../styles/skins/paper.css"),
    include_str!("../../styles/skins/contrast.css"),
    include_str!("../../styles/skins/terminal.css"),
    include_str!("../../styles/tokens.css"),
    include_str!("../../styles/base.css"),
    include_str!("../../styles/thread.css"),
    include_str!("../../styles/comment_form.css"),
    include_str!("../../styles/comment.css"),
    include_str!("../../styles/avatar.css"),
    include_str!("../../styles/header_ad.css"),
    include_str!("../../styles/notice.css"),
    include_str!("../../styles/panel.css"),
    include_str!("../../styles/letter.css"),
    include_str!("../../styles/storage_meter.css"),
    include_str!("../../styles/article_state.css"),
);
const ARTICLE: &str = include_str!("../../styles/article.css");

thread_local! {
    static SHEETS: RefCell<[Option<CssStyleSheet>; 2]> = const { RefCell::new([None, None]) };
}

/// Adds the threads' sheet to a shadow root.
pub fn adopt_thread(root: &Node) {
    adopt(root, 0, THREAD);
}

/// Adds the fetched articles' sheet to the document or shadow root that holds the widget. All of it is in a cascade
/// layer, so that any rule of the page wins.
pub fn adopt_article(root: &Node) {
    adopt(root, 1, ARTICLE);
}

fn adopt(root: &Node, which: usize, css: &str) {
    let sheet = SHEETS.with_borrow_mut(|sheets| {
        let slot = sheets.get_mut(which)?;
        if slot.is_none() {
            let sheet = CssStyleSheet::new().ok()?;
            let replace = Reflect::get(&sheet, &JsValue::from_str("replaceSync")).ok()?;
            replace.dyn_into::<js_sys::Function>().ok()?.call1(&sheet, &JsValue::from_str(css)).ok()?;
            *slot = Some(sheet);
        }
        slot.clone()
    });
    let key = JsValue::from_str("adoptedStyleSheets");
    let (Some(sheet), Ok(adopted)) = (sheet, Reflect::get(root, &key)) else {
        return;
    };
    // The browser's own list takes one more; a copy of it would be made by what old libraries have replaced.
    let adopted = adopted.unchecked_into::<Array>();
    if !(0..adopted.length()).any(|at| Object::is(&adopted.get(at), &sheet)) {
        adopted.push(&sheet);
    }
}

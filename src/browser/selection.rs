//! What the reader has selected in a thread. Each engine tells that of a shadow tree in its own way.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Range, Selection};

use super::page;
use crate::domain::operation_id::OperationId;

/// What is selected in the text of one comment, if the selection begins and ends in it.
pub(super) fn within_comment(root: &Element, id: OperationId) -> Option<String> {
    let text = root.query_selector(&format!("[data-id=\"{id}\"] .comment-body")).ok().flatten()?;
    let tree = root.get_root_node();
    let selection = selection(&tree)?;
    let range = range(&selection, &tree)?;
    let is_within = |node: Result<Node, _>| node.is_ok_and(|node| text.contains(Some(&node)));
    if !is_within(range.start_container()) || !is_within(range.end_container()) {
        return None;
    }
    selection.to_string().as_string().filter(|text| !text.trim().is_empty()).or_else(|| blocks_of(&range))
}

/// In Chromium the shadow root has a selection of its own; elsewhere the document's reaches into it.
fn selection(tree: &Node) -> Option<Selection> {
    match function(tree, "getSelection") {
        Some(get) => get.call0(tree).ok()?.dyn_into().ok(),
        None => page::window()?.get_selection().ok().flatten(),
    }
}

/// What is selected. Safari tells where in a shadow tree only of one that it is given, and then of no live range.
fn range(selection: &Selection, tree: &Node) -> Option<Range> {
    let Some(get) = function(selection, "getComposedRanges") else {
        return selection.range_count().checked_sub(1).and_then(|_| selection.get_range_at(0).ok());
    };
    let options = Object::new();
    Reflect::set(&options, &"shadowRoots".into(), &Array::of1(tree)).ok()?;
    let found = Array::from(&get.call1(selection, &options).ok()?).get(0);
    let member = |name: &str| Reflect::get(&found, &name.into()).ok();
    let node = |name: &str| member(name)?.dyn_into::<Node>().ok();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place among the children of a node")]
    let place = |name: &str| Some(member(name)?.as_f64()? as u32);
    let range = page::window()?.document()?.create_range().ok()?;
    range.set_start(&node("startContainer")?, place("startOffset")?).ok()?;
    range.set_end(&node("endContainer")?, place("endOffset")?).ok()?;
    Some(range)
}

/// The texts of the blocks in a range: Safari's selection has no text of its own in a shadow tree.
fn blocks_of(range: &Range) -> Option<String> {
    let content = range.clone_contents().ok()?;
    let blocks = content.query_selector_all("p, li, pre, td, th").ok()?;
    if blocks.length() == 0 {
        return content.text_content();
    }
    let texts = (0..blocks.length()).filter_map(|number| blocks.get(number)?.text_content());
    Some(texts.collect::<Vec<_>>().join("\n\n"))
}

fn function(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

//! What the reader has selected in a thread. Each engine tells that of a shadow tree in its own way.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Selection};

use super::page;
use crate::domain::operation_id::OperationId;

/// What is selected in the text of one comment, if the selection begins and ends in it.
pub(super) fn within_comment(root: &Element, id: OperationId) -> Option<String> {
    let text = root.query_selector(&format!("[data-id=\"{id}\"] .comment-body")).ok().flatten()?;
    let selection = selection(root)?;
    let range = selection.range_count().checked_sub(1).and_then(|_| selection.get_range_at(0).ok())?;
    let is_within = |node: Result<Node, _>| node.is_ok_and(|node| text.contains(Some(&node)));
    let is_of_comment = is_within(range.start_container()) && is_within(range.end_container());
    let selected = selection.to_string().as_string().filter(|selected| !selected.trim().is_empty())?;
    is_of_comment.then_some(selected)
}

/// In Chromium and Safari the shadow root has a selection of its own, in Firefox the document's reaches into it.
fn selection(root: &Element) -> Option<Selection> {
    let tree = root.get_root_node();
    let own = Reflect::get(&tree, &"getSelection".into()).ok().and_then(|get| get.dyn_into::<Function>().ok());
    match own {
        Some(get) => get.call0(&tree).ok()?.dyn_into().ok(),
        None => page::window()?.get_selection().ok().flatten(),
    }
}

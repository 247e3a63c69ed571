//! Nodes that stand one after the other.

use yew::prelude::*;
use yew::virtual_dom::VList;

/// Draws them. What `html!` writes for each of several is much more code. One that is not there has its place all the same: nodes are told
/// from their neighbours by where they stand.
pub(super) fn nodes(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}

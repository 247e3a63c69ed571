//! A group of an article's blocks. A long article is drawn group by group, and between two of them the page gets its turn.

use std::rc::Rc;

use yew::prelude::*;

use super::safe_html::safe_html;
use crate::domain::article::Article;
use crate::domain::messages::Messages;
use crate::domain::safe_markup::SafeNode;

/// The first group is full with so many nodes. Most articles are one group.
const NODES: usize = 400;
/// And the last of a very long article with so many.
const FEWEST: usize = 200;
/// After so many nodes a group is full with one less: browsers look at all blocks before a new one to find its place (in Chromium some
/// 20 ms at 25,000 nodes), so that less time is left for the group itself.
const SLOPE: usize = 125;

/// What a [`BlockGroup`] shows.
#[derive(PartialEq, Properties)]
pub(super) struct BlockGroupProps {
    /// The article.
    pub article: Rc<Article>,
    /// The place of its first block.
    pub from: usize,
    /// The place behind its last one.
    pub to: usize,
    /// The page's own messages.
    pub messages: Messages,
}

/// Some of an article's blocks, drawn once.
pub(super) struct BlockGroup;

impl Component for BlockGroup {
    type Message = ();
    type Properties = BlockGroupProps;

    fn create(_ctx: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let BlockGroupProps { article, from, to, messages } = ctx.props();
        safe_html(article.blocks.get(*from..*to).unwrap_or_default(), messages)
    }
}

/// Where each group of these blocks ends; at least one, perhaps empty. A block is never divided.
pub(super) fn ends_of_groups(blocks: &[SafeNode]) -> Vec<usize> {
    let mut ends = Vec::new();
    let (mut before, mut nodes) = (0, 0);
    for (place, block) in blocks.iter().enumerate() {
        nodes += count(block);
        if nodes >= full(before) {
            ends.push(place + 1);
            before += nodes;
            nodes = 0;
        }
    }
    if nodes > 0 || ends.is_empty() {
        ends.push(blocks.len());
    }
    ends
}

/// With how many nodes a group is full that has so many before it.
fn full(before: usize) -> usize {
    NODES.saturating_sub(before / SLOPE).max(FEWEST)
}

fn count(node: &SafeNode) -> usize {
    match node {
        SafeNode::Text(_) => 1,
        SafeNode::Element(element) => 1 + element.children().iter().map(count).sum::<usize>(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> SafeNode {
        SafeNode::Text("x".to_owned())
    }

    #[test]
    fn what_most_articles_hold_is_one_group() {
        assert_eq!(ends_of_groups(&[]), [0]);
        assert_eq!(ends_of_groups(&vec![text(); NODES - 1]), [NODES - 1]);
        assert_eq!(ends_of_groups(&vec![text(); NODES]), [NODES]);
    }

    #[test]
    fn every_block_is_in_one_group_and_the_last_may_be_small() {
        assert_eq!(ends_of_groups(&vec![text(); NODES + 1]), [NODES, NODES + 1]);
    }

    #[test]
    fn the_more_stands_before_a_group_the_smaller_it_is() {
        let ends = ends_of_groups(&vec![text(); 100_000]);
        let sizes: Vec<usize> = ends.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert_eq!(ends.last(), Some(&100_000));
        assert!(sizes.windows(2).all(|pair| pair[0] >= pair[1]), "{sizes:?}");
        assert_eq!(sizes.iter().rev().nth(1), Some(&FEWEST));
    }
}

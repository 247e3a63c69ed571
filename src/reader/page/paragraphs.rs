//! Gives a page paragraphs where its makers had none: lines parted by `br`, loose text in boxes, boxes that hold one line.

use super::measure::{measure, shows};
use super::tree::{Id, Tree};

/// Elements that part a box into blocks.
const BLOCKS: &[&str] = &["blockquote", "dl", "div", "img", "ol", "p", "pre", "table", "ul", "figure"];
/// Elements that stand in a line whatever they hold.
const IN_LINE: &[&str] = &[
    "abbr", "b", "bdo", "br", "cite", "code", "data", "datalist", "dfn", "em", "i", "img", "kbd", "label", "mark",
    "math", "noscript", "progress", "q", "ruby", "samp", "small", "span", "strong", "sub", "sup", "textarea", "time",
    "var", "wbr", "font",
];
/// Elements that are shown by themselves.
const PLAYERS: &[&str] = &["audio", "embed", "iframe", "object", "video"];
/// A box of a single paragraph is that paragraph, unless more than this share of it is links.
const MOST_LINKS: f64 = 0.25;

/// Puts the lines between two or more `br` into paragraphs.
pub(super) fn part_at_breaks(tree: &mut Tree) {
    let root = tree.root();
    for id in tree.inside(root) {
        let breaks = tree.children(id).filter(|child| tree.tag(*child) == "br").count();
        if breaks > 1 && tree.tag(id) != "pre" && !tree.is_inside(id, |outer| tree.tag(outer) == "pre") {
            part_children(tree, id);
        }
    }
}

fn part_children(tree: &mut Tree, id: Id) {
    let mut done: Vec<Id> = Vec::new();
    // After the first two breaks, what stands in a line is a paragraph.
    let mut line: Option<Vec<Id>> = None;
    let mut parted = false;
    let children: Vec<Id> = tree.children(id).collect();
    let mut ahead = children.as_slice();
    while let Some((next, rest)) = ahead.split_first() {
        let run = if tree.tag(*next) == "br" { run_of_breaks(tree, ahead) } else { (0, 0) };
        if run.1 > 1 {
            end_paragraph(tree, &mut line, &mut done);
            line = Some(Vec::new());
            parted = true;
            ahead = ahead.get(run.0..).unwrap_or_default();
            continue;
        }
        if line.is_some() && !is_in_line(tree, *next) {
            end_paragraph(tree, &mut line, &mut done);
        }
        line.as_mut().unwrap_or(&mut done).push(*next);
        ahead = rest;
    }
    end_paragraph(tree, &mut line, &mut done);
    if parted {
        if tree.tag(id) == "p" {
            tree.rename(id, "div");
        }
        tree.set_children(id, done);
    }
}

/// How many of these nodes are `br` with nothing but white space between them, and how many `br` these are.
fn run_of_breaks(tree: &Tree, nodes: &[Id]) -> (usize, usize) {
    let mut run = (0, 0);
    for (index, node) in nodes.iter().enumerate() {
        if tree.tag(*node) == "br" {
            run = (index + 1, run.1 + 1);
        } else if !is_white(tree, *node) {
            break;
        }
    }
    run
}

fn end_paragraph(tree: &mut Tree, line: &mut Option<Vec<Id>>, done: &mut Vec<Id>) {
    let Some(mut line) = line.take() else { return };
    while line.last().is_some_and(|last| is_white(tree, *last) || tree.tag(*last) == "br") {
        line.pop();
    }
    if line.iter().any(|each| shows(tree, *each)) {
        done.push(tree.element("p", line));
    } else {
        done.append(&mut line);
    }
}

fn is_white(tree: &Tree, id: Id) -> bool {
    tree.is_text(id) && tree.characters(id).trim().is_empty()
}

/// Whether a node stands in a line of text.
pub(super) fn is_in_line(tree: &Tree, id: Id) -> bool {
    let tag = tree.tag(id);
    if PLAYERS.contains(&tag) {
        return false;
    }
    tree.is_text(id)
        || IN_LINE.contains(&tag)
        || tree.manner(id).is_silent
        || (matches!(tag, "a" | "del" | "ins") && tree.children(id).all(|child| is_in_line(tree, child)))
}

/// Makes paragraphs of loose lines in boxes, and of boxes that hold nothing else.
pub(super) fn part_boxes(tree: &mut Tree) {
    let root = tree.root();
    for id in tree.named(root, &["div"]) {
        wrap_lines(tree, id);
        if let Some(only) = only_paragraph(tree, id)
            && measure(tree, id).link_density() < MOST_LINKS
        {
            tree.become_child(id, only);
        } else if !holds_block(tree, id) {
            tree.rename(id, "p");
        }
    }
}

fn holds_block(tree: &Tree, id: Id) -> bool {
    tree.children(id).any(|child| BLOCKS.contains(&tree.tag(child)) || holds_block(tree, child))
}

fn wrap_lines(tree: &mut Tree, id: Id) {
    let children: Vec<Id> = tree.children(id).collect();
    let mut done: Vec<Id> = Vec::new();
    let mut line: Option<Vec<Id>> = None;
    // A link to a heading may stand beside it.
    let is_heading = |id: &Id| tree.manner(*id).is_heading;
    if children.iter().any(is_heading)
        && children.iter().all(|id| is_heading(id) || is_white(tree, *id) || tree.tag(*id) == "a")
    {
        return;
    }
    for child in children {
        if is_in_line(tree, child) {
            line.get_or_insert_default().push(child);
        } else {
            end_paragraph(tree, &mut line, &mut done);
            done.push(child);
        }
    }
    end_paragraph(tree, &mut line, &mut done);
    tree.set_children(id, done);
}

fn only_paragraph(tree: &Tree, id: Id) -> Option<Id> {
    let mut elements = tree.children(id).filter(|child| !is_white(tree, *child));
    let only = elements.next()?;
    (elements.next().is_none() && tree.tag(only) == "p").then_some(only)
}

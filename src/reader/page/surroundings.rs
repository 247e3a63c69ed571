//! Takes out of a page what is around an article: hidden nodes, menus, comments, and what its names give away.

use super::measure::measure;
use super::names::{has_word_of, is_around, names};
use super::tree::{Id, Tree};

/// Roles of what is never an article.
const ROLES: [&str; 8] =
    ["menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog", "contentinfo"];

/// Takes out what no reader sees.
pub(super) fn take_out_hidden(tree: &mut Tree) {
    visit(tree, |tree, id| is_hidden(tree, id) || is_in_the_way(tree, id));
}

/// Takes out what its names or its role say is around the article.
pub(super) fn take_out_surroundings(tree: &mut Tree) {
    visit(tree, is_unlikely);
}

/// Visits every element before what it holds, and takes those out that the judge says.
fn visit(tree: &mut Tree, judge: fn(&Tree, Id) -> bool) {
    let mut ahead = vec![tree.root()];
    while let Some(id) = ahead.pop() {
        if judge(tree, id) {
            tree.take_out(id);
        } else {
            ahead.extend(tree.children(id).rev().filter(|child| !tree.is_text(*child)));
        }
    }
}

/// Whether its author hides it: by an attribute, by a style of its own, from readers who listen.
pub(super) fn is_hidden(tree: &Tree, id: Id) -> bool {
    if tree.attribute(id, "hidden").is_some_and(|value| !value.eq_ignore_ascii_case("until-found")) {
        return !is_streamed(tree, id) && !is_collapsed(tree, id);
    }
    if let Some(style) = tree.attribute(id, "style") {
        let style: String = style.chars().filter(|each| !each.is_whitespace()).flat_map(char::to_lowercase).collect();
        let hides = |rule: &str| {
            style
                .split(';')
                .any(|each| each.strip_prefix(rule).is_some_and(|rest| rest.is_empty() || rest == "!important"))
        };
        if hides("display:none") || hides("visibility:hidden") {
            return !holds_formula(tree, id) && !is_collapsed(tree, id);
        }
    }
    let is_fallback = tree.attribute(id, "class").is_some_and(|class| class.contains("fallback-image"));
    tree.attribute(id, "aria-hidden").is_some_and(|value| value == "true")
        && !is_fallback
        && tree.tag(id) != "img"
        && !holds_formula(tree, id)
        && !is_collapsed(tree, id)
}

/// Whether it is what React sends behind the page and puts in its place there, which is `S:` and a number.
fn is_streamed(tree: &Tree, id: Id) -> bool {
    let number = tree.attribute(id, "id").and_then(|id| id.strip_prefix("S:"));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|each| each.is_ascii_hexdigit()))
}

/// Whether it is a section that readers open: its text belongs to the page.
fn is_collapsed(tree: &Tree, id: Id) -> bool {
    const SECTIONS: &[&str] =
        &["accordion", "collapse", "collapsible", "expand", "expander", "toggle", "faq", "answer"];
    let opens = tree.attribute(id, "role").is_some_and(|role| matches!(role, "region" | "tabpanel"))
        || has_word_of(&names(tree, id), SECTIONS);
    let found = measure(tree, id);
    opens && found.length >= 40 && found.link_density() < 0.3 && !tree.named(id, &["p", "li"]).is_empty()
}

/// Formulas are hidden from those who see where a picture of them is shown, and from those who listen where that has a description.
fn holds_formula(tree: &Tree, id: Id) -> bool {
    tree.tag(id) == "math" || !tree.named(id, &["math"]).is_empty()
}

/// Whether it lies over the page and keeps readers from it.
fn is_in_the_way(tree: &Tree, id: Id) -> bool {
    tree.attribute(id, "aria-modal") == Some("true") && tree.attribute(id, "role") == Some("dialog")
}

fn is_unlikely(tree: &Tree, id: Id) -> bool {
    let tag = tree.tag(id);
    if matches!(tag, "" | "html" | "head" | "body" | "a") || tree.manner(id).is_silent {
        return false;
    }
    if tree.attribute(id, "role").is_some_and(|role| ROLES.contains(&role)) {
        return true;
    }
    let is_head = tree.is_inside(id, |outer| tree.tag(outer) == "article")
        && matches!(tag, "header")
        && !tree.named(id, &["p"]).is_empty();
    if is_around(&names(tree, id))
        && !is_head
        && !tree.is_inside(id, |outer| matches!(tree.tag(outer), "table" | "code"))
    {
        return true;
    }
    // What holds nothing is in the way of finding what belongs together.
    matches!(tag, "div" | "section" | "header" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6") && is_empty(tree, id)
}

fn is_empty(tree: &Tree, id: Id) -> bool {
    tree.children(id).all(|child| matches!(tree.tag(child), "" | "br" | "hr")) && measure(tree, id).length == 0
}

//! Formulas that a library has drawn: their MathML, else their TeX, in place of what only its style sheet makes readable.

use super::siblings::{before, element, first_below, has_class};
use crate::domain::markup::{Markup, one_line};

/// The classes of what KaTeX, MathJax 2 and MediaWiki draw, the outermost first.
const DRAWN: [&str; 10] = [
    "katex-display",
    "katex",
    "MathJax_Display",
    "MathJax_SVG_Display",
    "MathJax_SVG",
    "MathJax_CHTML",
    "MathJax",
    "MJXc-display",
    "mjx-chtml",
    "mwe-math-element",
];

/// Those of them that stand on a line of their own.
const DISPLAYED: [&str; 5] =
    ["katex-display", "MathJax_Display", "MathJax_SVG_Display", "MJXc-display", "mwe-math-element-block"];

/// Settles the formulas among these nodes.
pub(super) fn settle(children: &mut Vec<Markup>) {
    for child in children.iter_mut() {
        if matches!(child.tag(), "mml:math" | "m:math") {
            without_prefix(child);
        }
        if is_drawn(child)
            && let Some(plain) = plain(child)
        {
            *child = plain;
        }
    }
    let mut index = 0;
    while let Some(child) = children.get(index) {
        let follows = || before(children, index).and_then(|place| children.get(place)).is_some_and(is_formula);
        if has_class(child, &["MathJax_Preview", "katex-html"]) {
            children.remove(index);
            continue;
        }
        if child.tag() == "script" && child.attribute("type").is_some_and(|kind| kind.trim().starts_with("math/tex")) {
            let source = if follows() { None } else { tex_of_script(child) };
            children.splice(index..=index, source);
            continue;
        }
        index += 1;
    }
}

/// XML has a prefix before the names of another language; what reads HTML takes it for a part of the name.
fn without_prefix(node: &mut Markup) {
    if let Markup::Element { tag, children, .. } = node {
        if let Some((_, name)) = tag.split_once(':') {
            *tag = name.to_owned();
        }
        children.iter_mut().for_each(without_prefix);
    }
}

fn is_formula(node: &Markup) -> bool {
    node.tag() == "math"
}

fn is_drawn(node: &Markup) -> bool {
    node.tag() == "mjx-container" || has_class(node, &DRAWN)
}

fn is_displayed(node: &Markup) -> bool {
    has_class(node, &DISPLAYED) || node.attribute("display").is_some_and(|value| matches!(value, "true" | "block"))
}

/// The formula itself; nothing where only its drawing is there.
fn plain(drawn: &Markup) -> Option<Markup> {
    let displayed = is_displayed(drawn);
    let Some(formula) = first_below(drawn, &is_formula) else {
        let script = first_below(drawn, &|node| node.tag() == "script").map(Markup::text);
        let noted = first_below(drawn, &|node| node.attribute("data-latex").is_some()).unwrap_or(drawn);
        let named = ["data-latex", "data-tex", "aria-label"].iter().find_map(|name| noted.attribute(name));
        return script.or_else(|| named.map(str::to_owned)).and_then(|source| tex(&source, displayed));
    };
    let mut formula = formula.clone();
    if displayed {
        formula.set_attribute("display", "block".to_owned());
    }
    let source = first_below(&formula, &|node| {
        node.tag() == "annotation"
            && node.attribute("encoding").is_some_and(|kind| kind.to_ascii_lowercase().contains("tex"))
    });
    if formula.attribute("alttext").is_none()
        && let Some(source) = source.map(Markup::text)
    {
        formula.set_attribute("alttext", source);
    }
    Some(formula)
}

fn tex_of_script(script: &Markup) -> Option<Markup> {
    tex(&script.text(), script.attribute("type").is_some_and(|kind| kind.contains("mode=display")))
}

/// The source of a formula, which can at least be read.
fn tex(source: &str, displayed: bool) -> Option<Markup> {
    let source = one_line(source);
    if source.is_empty() {
        return None;
    }
    let code = element("code", &[], vec![Markup::Text(source)]);
    Some(if displayed { element("p", &[], vec![code]) } else { code })
}

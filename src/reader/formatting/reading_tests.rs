//! What is not in CommonMark or GFM: spoilers, line ends, addresses by themselves, and what stands as it was typed.
#![cfg(test)]

use super::blocks;
use crate::domain::formatted::{Block, Inline};

/// The lines of a text that is one paragraph, with signs of their own for what was found.
#[track_caller]
fn line(text: &str) -> String {
    let found = blocks(text);
    let [Block::Paragraph(content)] = &found[..] else { panic!("{text:?} is no paragraph but {found:?}") };
    shown(content)
}

fn shown(content: &[Inline]) -> String {
    let shown = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Break => "⏎".to_owned(),
        Inline::Strong(content) => format!("‹b {}›", shown(content)),
        Inline::Emphasis(content) => format!("‹i {}›", shown(content)),
        Inline::Strike(content) => format!("‹s {}›", shown(content)),
        Inline::Code(code) => format!("‹c {code}›"),
        Inline::Link { to, content, .. } => format!("‹a {} {}›", to.as_str(), shown(content)),
        Inline::Spoiler(content) => format!("‹? {}›", shown(content)),
    };
    content.iter().map(shown).collect()
}

#[test]
fn bars_hide_what_stands_between_them() {
    for (text, expected) in [
        ("||a||", "‹? a›"),
        ("x ||a **b**|| y ||c||", "x ‹? a ‹b b›› y ‹? c›"),
        ("||a\nb||", "‹? a⏎b›"),
        ("**||a||**", "‹b ‹? a››"),
        ("||`a||b`||", "‹? ‹c a||b››"),
        ("||https://a.example||", "‹? ‹a https://a.example https://a.example››"),
        ("|||a|||", "‹? |a›|"),
    ] {
        assert_eq!(line(text), expected, "{text}");
    }
}

#[test]
fn bars_that_hide_nothing_are_text() {
    for (text, expected) in [
        ("||", "||"),
        ("a || b", "a || b"),
        ("||||", "||||"),
        ("|| ||", "|| ||"),
        ("\\||a||", "||a||"),
        ("|\\|a||", "||a||"),
        ("||a\\||", "||a||"),
        ("&#124;|a||", "||a||"),
        ("||**a||**", "||‹b a||›"),
        ("a|b", "a|b"),
    ] {
        assert_eq!(line(text), expected, "{text}");
    }
    assert_eq!(line("||||a||"), "||‹? a›");
}

#[test]
fn in_a_table_bars_that_are_escaped_hide_what_stands_between_them() {
    let cells = |row: &str| match &blocks(&format!("|a|b|\n|-|-|\n{row}"))[..] {
        [Block::Table { rows, .. }] => rows
            .iter()
            .map(|row| row.iter().map(|cell| shown(cell)).collect::<Vec<_>>().join(" ¦ "))
            .collect::<String>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(cells("| \\|\\|c\\|\\| | d |"), "‹? c› ¦ d");
    assert_eq!(cells("| x \\|\\|**c** e\\|\\| y | \\|d\\| |"), "x ‹? ‹b c› e› y ¦ |d|");
    assert_eq!(cells("| `\\|\\|c\\|\\|` | \\|\\| |"), "‹c ||c||› ¦ ||");
    assert_eq!(cells("| c || d |"), "c", "as GFM has it: an empty cell, and what is beyond the columns is dropped");
}

#[test]
fn a_line_end_is_one_and_an_address_is_a_link() {
    assert_eq!(line("a\nb  \nc\\\nd"), "a⏎b⏎c⏎d");
    assert_eq!(line("see https://a.example/x_(y), or"), "see ‹a https://a.example/x_(y) https://a.example/x_(y)›, or");
    assert_eq!(line("<ann@a.example>"), "‹a mailto:ann@a.example ann@a.example›");
    assert_eq!(line("[https://a.example](https://b.example)"), "‹a https://b.example https://a.example›");
}

#[test]
fn no_sign_within_an_address_means_anything() {
    let address = "https://a.example/x/__init__.py";
    assert_eq!(line(address), format!("‹a {address} {address}›"));
    let two = "https://a.example/*b https://a.example/c*d";
    assert_eq!(
        line(two),
        "‹a https://a.example/*b https://a.example/*b› ‹a https://a.example/c*d https://a.example/c*d›"
    );
    for signs in ["**", "__", "~~", "*", "_"] {
        let text = format!("{signs}https://a.example/b{signs}");
        assert!(line(&text).contains("‹a https://a.example/b https://a.example/b›"), "{text}: {}", line(&text));
    }
}

#[test]
fn what_is_not_in_the_list_stands_as_it_was_typed() {
    assert_eq!(line("a <u>b</u> &lt; ![c](d.png)"), "a <u>b</u> < ![c](d.png)");
    assert_eq!(line("<!-- a -->"), "<!-- a -->");
    assert_eq!(line("<div>\n*a*\n</div>"), "<div>⏎*a*⏎</div>");
    assert_eq!(line("[a\nb](javascript:c)"), "[a⏎b](javascript:c)");
}

#[test]
fn the_language_of_code_is_its_first_word_and_not_long() {
    let code = |text: &str| match blocks(text).first() {
        Some(Block::Code { language, text }) => (language.clone(), text.clone()),
        other => panic!("{other:?}"),
    };
    assert_eq!(code("```rust ignore\na\n\nb\n```"), ("rust".to_owned(), "a\n\nb".to_owned()));
    assert_eq!(code(&format!("~~~ {}\n||a||", "x".repeat(90))), ("x".repeat(40), "||a||".to_owned()));
    assert_eq!(code("    a\n    b"), (String::new(), "a\nb".to_owned()));
}

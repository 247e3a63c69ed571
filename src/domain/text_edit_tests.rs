//! What tools and keys make of a text.
#![cfg(test)]

use super::text_edit::*;

/// A text in which ⟦ and ⟧ stand around what is selected, or ¦ where nothing is.
fn at(marked: &str) -> (String, usize, usize) {
    let from = marked.find(['⟦', '¦']).unwrap();
    let to = marked.find('⟧').map_or(from, |to| to - '⟦'.len_utf8());
    (marked.replace(['⟦', '⟧', '¦'], ""), from, to)
}

fn after(text: &str, edit: &Edit) -> String {
    let mut new = edit.text.clone();
    let (from, to) = edit.selected;
    if from == to {
        new.insert(from, '¦');
    } else {
        new.insert(to, '⟧');
        new.insert(from, '⟦');
    }
    let (before, after) = (text.get(..edit.from).unwrap(), text.get(edit.to..).unwrap());
    format!("{before}{new}{after}")
}

#[track_caller]
fn tool(tool: Tool, before: &str, expected: &str) {
    let (text, from, to) = at(before);
    let edit = Selected { text: &text, from, to }.by(tool);
    assert_eq!(after(&text, &edit), expected);
}

#[test]
fn signs_go_around_the_words_and_away_again() {
    tool(Tool::Bold, "a ⟦b c⟧ d", "a **⟦b c⟧** d");
    tool(Tool::Bold, "a **⟦b c⟧** d", "a ⟦b c⟧ d");
    tool(Tool::Bold, "a ⟦**b c**⟧ d", "a ⟦b c⟧ d");
    tool(Tool::Bold, "a⟦ 👩‍💻 ⟧", "a **⟦👩‍💻⟧** ");
    tool(Tool::Italic, "a ¦", "a _¦_");
    tool(Tool::Italic, "a _¦_", "a ¦");
    tool(Tool::Code, "⟦a⟧", "`⟦a⟧`");
    tool(Tool::Code, "x\n⟦a\nb⟧c", "x\n```\n⟦a\nbc⟧\n```");
    tool(Tool::Code, "⟦a\n```\n⟧", "````\n⟦a\n```\n⟧\n````");
}

#[test]
fn a_link_asks_for_what_is_missing() {
    tool(Tool::Link, "see ⟦it⟧", "see [it](⟦https://⟧)");
    tool(Tool::Link, "see ¦", "see [¦](https://)");
    tool(Tool::Link, "⟦https://a.example⟧", "[¦](https://a.example)");
}

#[test]
fn lines_get_their_sign_and_lose_it() {
    tool(Tool::Quote, "a\nb⟦b\nc⟧c\nd", "a\n⟦> bb\n> cc⟧\nd");
    tool(Tool::Quote, "⟦> a\n> b⟧", "⟦a\nb⟧");
    tool(Tool::List, "a¦", "- a¦");
    tool(Tool::List, "¦", "- ¦");
}

#[track_caller]
fn enter(before: &str, expected: Option<&str>) {
    let (text, from, to) = at(before);
    let edit = Selected { text: &text, from, to }.on_enter();
    assert_eq!(edit.map(|edit| after(&text, &edit)).as_deref(), expected);
}

#[test]
fn enter_continues_a_list_and_ends_it_after_an_empty_item() {
    enter("- a¦", Some("- a\n- ¦"));
    enter("- a\n- ¦", Some("- a\n¦"));
    enter("  * a¦b", Some("  * a\n  * ¦b"));
    enter("9. a¦", Some("9. a\n10. ¦"));
    enter("3) a¦\n4) b", Some("3) a\n4) ¦\n4) b"));
    enter("- [x] a¦", Some("- [x] a\n- [ ] ¦"));
    enter("- [ ] ¦", Some("¦"));
    enter("> a¦", Some("> a\n> ¦"));
    enter("> - a¦", Some("> - a\n> - ¦"));
    enter("> ¦", Some("¦"));
    enter(">a¦", Some(">a\n> ¦"));
    for alone in ["a¦", "¦", "-a¦", "1.a¦", "- a\nb¦", "⟦- a⟧", "99999999999. a¦", "- ¦a"] {
        enter(alone, None);
    }
}

#[test]
fn an_address_pasted_over_words_becomes_their_link() {
    let pasted = |before: &str, pasted: &str| {
        let (text, from, to) = at(before);
        let edit = Selected { text: &text, from, to }.on_paste(pasted);
        edit.map(|edit| after(&text, &edit))
    };
    assert_eq!(pasted("see ⟦it⟧.", " https://a.example/b \n").unwrap(), "see [it](https://a.example/b)¦.");
    assert_eq!(pasted("⟦it⟧", "https://a.example/b_(c)").unwrap(), "[it](<https://a.example/b_(c)>)¦");
    for (before, text) in [
        ("see ¦", "https://a.example"),
        ("⟦it⟧", "a word"),
        ("⟦it⟧", "https://a.example and more"),
        ("⟦it⟧", "javascript:alert(1)"),
        ("⟦https://a.example⟧", "https://b.example"),
        ("⟦a\nb⟧", "https://b.example"),
    ] {
        assert_eq!(pasted(before, text), None, "{before} {text}");
    }
}

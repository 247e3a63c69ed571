//! What is drawn without the code for formatting is what that code makes of it, and no character gets lost.

use article_widget::domain::formatted::{Block, Inline, text_of};
use article_widget::domain::markup_signs::may_be_formatted;
use article_widget::domain::prose::{Span, paragraphs};
use article_widget::reader::formatting::blocks;
use proptest::prelude::*;
use serde_json::Value;

use super::support::{corpora, corpus};

/// A text as it is drawn without formatting.
fn plain(text: &str) -> Vec<Block> {
    let inline = |span: &Span| match span {
        Span::Text(text) => Inline::Text(text.clone()),
        Span::Link { to, text } => {
            Inline::Link { to: to.clone(), host: None, content: vec![Inline::Text(text.clone())] }
        }
    };
    let paragraph = |lines: &Vec<Vec<Span>>| {
        let lines: Vec<Vec<Inline>> = lines.iter().map(|line| line.iter().map(inline).collect()).collect();
        Block::Paragraph(lines.join(&Inline::Break))
    };
    paragraphs(text).iter().map(|it| paragraph(&it.lines)).collect()
}

/// Without the white space at the ends of its lines, which nobody sees.
fn trimmed(text: &str) -> String {
    let lines: Vec<&str> =
        text.split('\n').map(|line| line.trim_end_matches([' ', '\t', '\r', '\u{b}', '\u{c}'])).collect();
    lines.join("\n")
}

#[track_caller]
fn is_same(text: &str) {
    if !may_be_formatted(text) {
        assert_eq!(blocks(text), plain(&trimmed(text)), "{text:?}");
    }
}

/// What is read of blocks that hold nothing but text.
fn read(blocks: &[Block]) -> String {
    let text = |block: &Block| match block {
        Block::Paragraph(content) => text_of(content),
        other => panic!("{other:?} is no paragraph"),
    };
    blocks.iter().map(text).collect::<Vec<_>>().join("\n\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_text_without_signs_of_formatting_is_drawn_alike_with_it(
        text in proptest::collection::vec(
            prop_oneof![
                Just("a"), Just("é"), Just("1"), Just(" "), Just("\n"), Just("\n\n"), Just("\r\n"), Just("\t"), Just("*"),
                Just("_"), Just("~"), Just("`"), Just("["), Just("]"), Just("("), Just(")"), Just("<"), Just(">"), Just("&"),
                Just("\\"), Just("|"), Just("#"), Just("-"), Just("+"), Just("."), Just(":"), Just("="), Just("!"), Just("\""),
                Just("'"), Just("/"), Just("@"), Just(";"), Just("https://a.example/b"), Just("\u{a0}"), Just("\u{200b}"),
                Just("\u{b}"), Just("\u{85}"), Just("\u{2028}"), Just("\r"), Just("\0"), Just("\u{feff}"), Just("x"), Just("$"),
                Just("{"), Just("}"), Just("^"), Just("%"), Just("mailto:a@b.example"),
            ],
            0..14,
        ).prop_map(|parts| parts.concat())
    ) {
        is_same(&text);
    }

    #[test]
    fn any_text_is_read_to_its_end(text in "\\PC{0,60}|[ \\n>*_`~|\\-0-9.\\[\\]()<&;#+!]{0,60}") {
        is_same(&text);
        prop_assert!(text.trim().is_empty() || !blocks(&text).is_empty(), "something is seen of {text:?}");
    }
}

#[test]
fn naughty_strings_and_emoji_come_out_as_they_went_in() {
    let Some(folder) = corpora() else { return };
    let naughty: Vec<Value> = serde_json::from_str(&corpus(&folder, "blns/blns.json")).unwrap();
    let mut texts: Vec<String> = naughty.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect();
    let emoji = corpus(&folder, "unicode/emoji-zwj-sequences.txt");
    texts.extend(emoji.lines().filter_map(|line| {
        let points = line.split(';').next()?.split_whitespace().map(|point| u32::from_str_radix(point, 16).ok());
        points.map(|point| point.and_then(char::from_u32)).collect::<Option<String>>().filter(|text| !text.is_empty())
    }));
    let graphemes = corpus(&folder, "unicode/GraphemeBreakTest.txt");
    texts.extend(graphemes.lines().filter_map(|line| {
        let points = line.split('#').next()?.split(['÷', '×', ' ', '\t']).filter(|point| !point.is_empty());
        points
            .map(|point| char::from_u32(u32::from_str_radix(point, 16).ok()?))
            .collect::<Option<String>>()
            .filter(|text| !text.is_empty())
    }));
    assert!(texts.len() > 2_000, "{}", texts.len());
    let mut formatted = 0;
    for text in &texts {
        is_same(text);
        formatted += usize::from(may_be_formatted(text));
        // Between words, in bold: nothing but white space at its edges may go.
        let signs = text.chars().any(|each| each.is_ascii_punctuation() || each.is_whitespace() || each.is_control());
        if !signs && !text.is_empty() {
            for whole in [format!("a {text} b"), format!("a **{text}** b")] {
                assert_eq!(read(&blocks(&whole)), format!("a {text} b"), "{text:?}");
            }
        }
        let code = format!("```\n{text}\n```");
        if !text.contains(['\n', '\r', '`']) {
            assert!(matches!(&blocks(&code)[..], [Block::Code { text: shown, .. }] if shown == text), "{text:?}");
        }
    }
    println!("{} texts, {formatted} of them with signs of formatting", texts.len());
}

#[test]
fn characters_that_are_not_seen_stay_where_they_are() {
    let unseen = ('\u{80}'..='\u{9f}')
        .chain('\u{200b}'..='\u{200f}')
        .chain('\u{202a}'..='\u{202e}')
        .chain('\u{2060}'..='\u{206f}')
        .chain([
            '\u{ad}',
            '\u{34f}',
            '\u{61c}',
            '\u{180e}',
            '\u{feff}',
            '\u{fff9}',
            '\u{fffb}',
            '\u{e0001}',
            '\u{e007f}',
            '\0',
            '\u{7f}',
            '\u{1b}',
        ]);
    for each in unseen {
        let text = format!("a{each}b");
        is_same(&text);
        assert_eq!(read(&blocks(&format!("**{text}** c"))), format!("{text} c"), "{each:?}");
        assert_eq!(read(&blocks(&format!("`{text}` c"))), format!("{text} c"), "{each:?}");
    }
}

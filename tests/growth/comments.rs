//! Comments that are written to take long to format: patterns, and texts that have made other parsers slow.

use std::path::PathBuf;
use std::time::Duration;

use article_widget::reader::formatting::blocks;

use super::clock::least;
use super::markdown::{PATTERNS, Pattern, text};

/// How long the texts are, in units.
pub(crate) const SIZES: [u64; 3] = [1_000, 10_000, 40_000];

/// How many times as long the longest may take as the shortest: 40 times the text to the power of 1.2.
pub(crate) const MOST: f64 = 83.6;

/// Patterns of what comments have beside Markdown, and those of the texts of marked with the repetition that they are about.
const OF_COMMENTS: &[Pattern] = &[
    ("spoilers", "", "||a|| ", "", ""),
    ("unclosed spoilers", "", "||**a ", "", ""),
    ("spoilers in one another", "", "||*a ", "b", " c*||"),
    ("addresses", "", "https://a.example/__b__ ", "", ""),
    ("addresses in brackets", "", "(https://a.example/(", "", ""),
    ("links that name other hosts", "", "[a.example b.example](https://c.example) ", "", ""),
    ("a link that names many hosts", "[", "a.example ", "", ""),
    ("refused links", "", "[a](javascript:b) ", "", ""),
    ("pictures in pictures", "", "![", "a", "](b)"),
    ("tables of many columns", "", "|a", "\n|-", "|-"),
    ("alternating backticks in a link", "[", "` a ", "", ""),
    ("backticks in the text of a link", "[", "`", "](https://a.example)", ""),
    ("code in a link that does not end", "[", "````a```` ", "", ""),
    ("attributes of an element that does not end", "<a", "  \"\"", "", ""),
    ("brackets in pictures", "!", "[\\[", "", ""),
    ("brackets and a definition", "[x]: x\n\n", "[\\[\\](", "", ""),
];

/// A text of any length, and what it is called.
type Text = (String, Box<dyn Fn(u64) -> String>);

/// The texts: what each is called, and how it is made as long as is wanted.
pub(crate) fn texts() -> Vec<Text> {
    let made = |pattern: &'static Pattern| -> Text { (pattern.0.to_owned(), Box::new(|units| text(pattern, units))) };
    PATTERNS.iter().chain(OF_COMMENTS).map(made).chain(found()).collect()
}

/// The texts of others, each repeated; none where they are absent.
fn found() -> Vec<Text> {
    let named = std::env::var_os("CORPORA").map(PathBuf::from);
    let folder = named
        .unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora"))
        .join("marked-redos");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("skipped: no texts of marked at {} (set CORPORA)", folder.display());
        return Vec::new();
    };
    let mut texts: Vec<Text> = Vec::new();
    for path in files.filter_map(|file| Some(file.ok()?.path())) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(text) =
            std::fs::read_to_string(&path).ok().filter(|_| path.extension().is_some_and(|it| it == "md"))
        {
            let repeated = move |units: u64| text.chars().cycle().take(usize::try_from(units).unwrap_or(0)).collect();
            texts.push((format!("{name}.md"), Box::new(repeated)));
        }
    }
    texts
}

/// The time of reading it.
pub(crate) fn time(text: &str) -> Duration {
    least(5, || assert!(!blocks(text).is_empty(), "something is seen"))
}

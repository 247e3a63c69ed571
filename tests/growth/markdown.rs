//! Markdown that is written to take long: patterns that have made parsers slow, each as a text of any length.

use std::time::Duration;

use article_widget::reader::markdown::as_html;
use criterion::measurement::{Measurement, WallTime};

/// How long the texts are, in KiB.
pub(crate) const SIZES: [u64; 3] = [16, 64, 256];

/// How many times as long the longest may take as the shortest: 16 times the text to the power of 1.2.
pub(crate) const MOST: f64 = 27.9;

/// A pattern: its name, what it begins with, what is repeated, what stands in the middle, what is repeated as often behind it. `№` is
/// another number each time.
pub(crate) type Pattern = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// Patterns of the test data of cmark, marked and pulldown-cmark.
pub(crate) const PATTERNS: &[Pattern] = &[
    ("plain paragraphs", "", "Some words, *some* of them [linked](a).\n\n", "", ""),
    ("nested strong emphasis", "", "*a **a ", "b", " a** a*"),
    ("closers of emphasis", "", "a_ ", "", ""),
    ("openers of emphasis", "", "_a ", "", ""),
    ("closers of links", "", "a]", "", ""),
    ("openers of links", "", "[a", "", ""),
    ("openers that do not match", "", "*a_ ", "", ""),
    ("closers of other lengths", "", "a**b", "", "c* "),
    ("links and emphasis, crossed", "", "[ a_", "", ""),
    ("brackets and parentheses", "", "[ (](", "", ""),
    ("pictures in brackets", "", "![[]()", "", ""),
    ("links around links", "**x ", "[a*b**c*](d)", "", ""),
    ("nested brackets", "", "[", "a", "]"),
    ("nested quotes", "", "> ", "a", ""),
    ("nested lists", "", "- ", "a", ""),
    ("backticks of growing length", "", "e`e``e```e````", "", ""),
    ("unclosed addresses", "", "[a](<b", "", ""),
    ("unclosed links", "", "[a](b", "", ""),
    ("unclosed comments", "</", "<!--", "", ""),
    ("unclosed instructions", "", "<?", "", ""),
    ("unclosed declarations", "", "<!A ", "", ""),
    ("unclosed sections", "", "<![CDATA[", "", ""),
    ("unclosed elements", "", "<a b=\"", "", ""),
    ("empty items", "", "-\n", "", ""),
    ("quotes and lines", "", "> a\n", "", "b\n"),
    ("unknown references", "", "[a][b] ", "", ""),
    ("definitions and references", "", "[a]: b\n", "\n", "[a] "),
    ("footnotes", "", "[^a]: b\n\n", "", "[^a]\n\n"),
    ("footnotes of their own", "", "[^№]: b [^№]\n\n", "", "[^№]\n\n"),
    ("definitions of their own", "", "[№]: b\n\n", "", "[№] "),
    ("formulas", "", "$a$ $", "", ""),
    ("unclosed formulas", "", "a$$ $", "", ""),
    ("strikes", "", "~a ~~b ", "", ""),
    ("tables without cells", "|a|\n|-|\n", "|\n", "", ""),
    ("headings with attributes", "", "# a {#b .c\n", "", ""),
    ("escapes", "", "\\[\\](", "", ""),
    ("entities", "", "&amp", "", ""),
    ("html blocks", "", "<p>\n\n", "", ""),
    ("bare addresses", "", "http://a.b/_c ", "", ""),
    ("addresses that are none", "", "http://", "", ""),
];

/// A text of about so many bytes.
pub(crate) fn text(pattern: &Pattern, bytes: u64) -> String {
    let (_, start, before, middle, after) = pattern;
    let times = bytes / (before.len() + after.len()) as u64;
    let numbered = |part: &str| (0..times).map(|number| part.replace('№', &number.to_string())).collect::<String>();
    [*start, &numbered(before), *middle, &numbered(after)].concat()
}

/// The least time of a few, since what else the machine does only adds to it.
pub(crate) fn time(pattern: &Pattern, bytes: u64) -> Duration {
    let text = text(pattern, bytes);
    let once = || {
        let clock = WallTime;
        let start = clock.start();
        assert!(!as_html(&text).is_empty() || bytes == 0, "it says something");
        clock.end(start)
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

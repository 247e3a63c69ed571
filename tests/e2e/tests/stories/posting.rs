//! A reader writes comments and finds them again.

use article_widget::store::format::operation::{Kind, Operation};
use article_widget_e2e::page::NEW_FORM;
use article_widget_e2e::{Row, Story, seed};

/// Texts that a careless program trims, normalises, cuts in half or turns around.
const TEXTS: &[&str] = &[
    "plain",
    "two\nlines\n\nand a paragraph\n",
    "  spaces before and after  ",
    "a\ttab",
    "carriage\r\nreturns\ralone",
    "family 👩\u{200d}👩\u{200d}👧\u{200d}👦, flag 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}, skin 👍🏽",
    "e\u{301} is not \u{e9}, ﬁ is not fi, \u{212b} is not \u{c5}",
    "שלום עולם, ואז English",
    "\u{202e}turned around\u{202c} and \u{2066}isolated\u{2069}",
    "zero\u{200b}width, soft\u{ad}hyphen, no\u{a0}break, \u{feff}mark",
    "Z̸̡a̵̢l̷̰g̶̛o̸̧",
    "<b>not bold</b> &amp; &lt;",
    "😀\u{1f1fa}\u{1f1e6}𝒳\u{20000}",
];

/// What a text area makes of a text.
fn in_a_text_area(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn told(operation: &Operation) -> (String, String) {
    let name = operation.author.name.as_ref().map(|name| name.as_str().to_owned()).unwrap_or_default();
    match &operation.kind {
        Kind::Post { body: Some(body), .. } | Kind::Edit { body, .. } => (name, body.as_str().to_owned()),
        _ => (name, String::new()),
    }
}

fn without_facts(rows: Vec<Row>) -> Vec<Row> {
    rows.into_iter().map(|row| Row { facts: String::new(), ..row }).collect()
}

#[test]
fn the_first_comments_are_counted_and_are_there_after_a_reload() {
    let story = Story::begin();
    let page = story.open("/");
    assert_eq!(page.count(), "0 Comments");
    let first = page.post("Ada", "The first word.");
    assert_eq!((first.name.as_str(), first.text.as_str(), first.depth), ("Ada", "The first word.", 0));
    page.wait_for_count("1 Comment");
    assert_eq!(
        page.value(&format!("{NEW_FORM} textarea[name=body]")),
        "",
        "the composer is empty for the next comment"
    );
    page.post("Ada", "The second word.");
    page.wait_for_count("2 Comments");

    story.session.reload();
    page.wait_until_ready();
    page.wait_for_count("2 Comments");
    assert_eq!(page.texts(), ["The first word.", "The second word."]);
}

#[test]
fn every_text_and_name_survives_the_reload_byte_for_byte() {
    let story = Story::begin();
    let page = story.open("/");
    for text in TEXTS {
        // Names have one line, and the same difficulties.
        page.post(&text.replace(['\n', '\r', '\t'], " "), text);
    }
    let (rows, kept) = (without_facts(page.rows()), page.operations());
    let expected: Vec<_> =
        TEXTS.iter().map(|text| (text.replace(['\n', '\r', '\t'], " "), in_a_text_area(text))).collect();
    assert_eq!(seed::operations(&kept).iter().map(told).collect::<Vec<_>>(), expected);

    story.session.reload();
    page.wait_until_ready();
    page.wait_for_count(&format!("{} Comments", TEXTS.len()));
    assert_eq!(page.operations(), kept);
    // What formats a text and what marks a name come after the rows.
    story.session.wait_for("the rows as they were", || {
        let again = without_facts(page.rows());
        if again == rows { Ok(()) } else { Err(format!("{again:?} in place of {rows:?}")) }
    });
}

#[test]
fn the_name_is_remembered_and_can_be_left_out() {
    let story = Story::begin();
    let page = story.open("/");
    let nameless = page.post("", "Nobody said this.");
    assert!(!nameless.name.is_empty(), "a comment without a name still says whose it is");
    page.post("שרה 👩🏽", "Said by somebody.");
    let name_field = format!("{NEW_FORM} input[name=name]");
    page.wait_for_value(&name_field, "שרה 👩🏽");
    story.session.reload();
    page.wait_until_ready();
    page.wait_for_value(&name_field, "שרה 👩🏽");
}

#[test]
fn a_comment_reads_as_it_was_written() {
    let story = Story::begin();
    let page = story.open("/");
    let row = page.post("Ada", "One line\nand another.\n\nSee https://example.org/a?b=c. <i>No markup.</i>");
    assert_eq!(row.text, "One line\nand another.\n\nSee https://example.org/a?b=c. <i>No markup.</i>");
    assert!(page.has(&row.inside(".comment-body a[href='https://example.org/a?b=c']")), "an address is a link");
    assert!(!page.has(&row.inside(".comment-body i")), "markup is text");
    let hebrew = page.post("Ada", "שלום");
    let direction = page.style_of(&hebrew.inside(".comment-body p"), "direction");
    assert_eq!(direction, "rtl", "each paragraph takes its direction from its own text");
}

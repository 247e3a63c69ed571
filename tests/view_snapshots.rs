//! The views as markup, drawn natively by Yew's server renderer.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

#[path = "view_snapshots/embedding.rs"]
mod embedding;
#[path = "view_snapshots/languages.rs"]
mod languages;
#[path = "view_snapshots/names.rs"]
mod names;
#[path = "view_snapshots/persistence.rs"]
mod persistence;
#[path = "view_snapshots/submissions.rs"]
mod submissions;
#[path = "view_snapshots/undoing.rs"]
mod undoing;

#[path = "support/drawing.rs"]
mod drawing;
#[path = "support/pseudo_language.rs"]
mod pseudo_language;
#[path = "support/mod.rs"]
#[expect(dead_code, reason = "the scenarios ask more of a page than the views do")]
mod support;

use article_widget::app::Msg;
use article_widget::app::composers::ComposerId;
use article_widget::app::msg::{ActionMsg, ComposerMsg, ListMsg, PageMsg};
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::format::stored_text::StoredText;
use drawing::drawn;
use scraper::{Html as Parsed, Selector};
use support::Page;

/// Draws a page, in English and once more in a language of which nothing may be missing.
#[track_caller]
fn markup(page: &Page) -> String {
    let mut widget = page.widget.clone();
    widget.app.config.messages = pseudo_language::messages();
    pseudo_language::must_be_whole(&drawn(widget));
    drawn(page.widget.clone())
}

/// The text of the first element that a selector finds.
#[track_caller]
fn text(page: &Page, selector: &str) -> String {
    let parsed = Parsed::parse_fragment(&markup(page));
    let found = parsed.select(&Selector::parse(selector).unwrap()).next();
    found.map(|element| element.text().collect()).unwrap_or_else(|| "(nothing)".to_owned())
}

fn count(page: &Page, selector: &str) -> usize {
    Parsed::parse_fragment(&markup(page)).select(&Selector::parse(selector).unwrap()).count()
}

#[test]
fn an_empty_thread_has_its_heading_its_composer_and_an_invitation() {
    let page = Page::started();
    assert_eq!(text(&page, "h2"), "0 Comments");
    assert_eq!(text(&page, "h3"), "Post a Comment");
    assert_eq!(text(&page, ".where summary span"), "Only in this browser.");
    assert_eq!(text(&page, ".empty"), "Be the first to say something.");
    assert_eq!(count(&page, "ol.comments"), 0);
}

#[test]
fn a_thread_that_is_still_being_read_does_not_say_that_it_is_empty() {
    assert_eq!(count(&Page::new(1), ".empty"), 0);
}

#[test]
fn every_field_has_a_label_and_every_id_is_used_once() {
    let mut page = Page::started();
    let id = page.post("one");
    page.send(ComposerMsg::PressedReply(id));
    page.send(ComposerMsg::PressedEdit(id));
    let markup = markup(&page);
    let parsed = Parsed::parse_fragment(&markup);
    let all = |selector: &str, attribute: &str| -> Vec<String> {
        let found = Selector::parse(selector).unwrap();
        parsed.select(&found).filter_map(|element| element.attr(attribute).map(str::to_owned)).collect()
    };
    let mut ids = all("[id]", "id");
    let fields = all("textarea, input", "id");
    assert_eq!(fields.len(), 5);
    let mut labelled = all("label", "for");
    let mut expected = fields;
    labelled.sort();
    expected.sort();
    assert_eq!(labelled, expected);
    let total = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), total);
}

#[test]
fn markup_in_names_and_texts_is_shown_as_text() {
    let mut page = Page::started();
    let attack = "<img src=x onerror=alert(1)><script>alert(2)</script>&lt;";
    page.submit(ComposerId::New, "<b>Ann</b>", attack);
    assert_eq!(count(&page, "script, img, b"), 0);
    assert_eq!(text(&page, ".comment-name"), "<b>Ann</b>");
    assert_eq!(text(&page, ".comment-body"), attack.replace("&lt;", "<"));
}

#[test]
fn an_address_in_a_comment_is_a_link_that_gives_nothing_away() {
    let mut page = Page::started();
    page.post("see https://a.example/b.");
    let parsed = Parsed::parse_fragment(&markup(&page));
    let link = parsed.select(&Selector::parse(".comment-body a").unwrap()).next().unwrap();
    assert_eq!(link.attr("href"), Some("https://a.example/b"));
    assert_eq!(link.attr("rel"), Some("nofollow ugc noopener noreferrer"));
}

#[test]
fn names_and_paragraphs_find_their_own_direction() {
    let mut page = Page::started();
    page.submit(ComposerId::New, "דנה", "שלום\n\nhello\nagain");
    assert_eq!(text(&page, "bdi.comment-name"), "דנה");
    assert_eq!(count(&page, ".comment-body p[dir=auto]"), 2);
    assert_eq!(count(&page, ".comment-body br"), 1);
}

#[test]
fn an_edited_comment_says_so_and_shows_what_it_said() {
    let mut page = Page::started();
    let id = page.post("before");
    page.wait(120_000);
    page.send(ComposerMsg::Submitted { composer: ComposerId::Edit(id), name: None, body: "after".to_owned() });
    assert_eq!(text(&page, ".history summary"), "edited now");
    assert_eq!(text(&page, ".history li"), "before");
    assert_eq!(text(&page, ".comment-main > .comment-body"), "after");
    assert_eq!(text(&page, "time"), "2 minute ago");
}

#[test]
fn a_deleted_comment_leaves_no_text_and_a_way_back() {
    let mut page = Page::started();
    let id = page.post("secret");
    page.send(ActionMsg::PressedDelete(id));
    assert!(!markup(&page).contains("secret"));
    assert_eq!(text(&page, "[data-action=undo]"), "Undo");
    assert_eq!(text(&page, "h2"), "0 Comments");
}

#[test]
fn a_problem_is_tied_to_its_field() {
    let mut page = Page::started();
    page.submit(ComposerId::New, "", "");
    assert_eq!(text(&page, "#error-new"), "Write something first.");
    assert_eq!(count(&page, "textarea[aria-invalid=true][aria-describedby=error-new]"), 1);
    assert_eq!(count(&page, "input[aria-invalid]"), 0);
    page.submit(ComposerId::New, &"n".repeat(101), "text");
    assert_eq!(text(&page, "#error-new"), "A name can have 100 characters; this one has 101.");
    assert_eq!(count(&page, "input[aria-invalid=true][aria-describedby=error-new]"), 1);
    assert_eq!(count(&page, "textarea[aria-invalid]"), 0);
}

#[test]
fn every_trouble_with_storage_is_said_in_one_line() {
    let mut page = Page::new(1);
    page.refuse = Some(StoreError::Blocked);
    page.send(Msg::Started);
    assert!(text(&page, "[data-notice=blocked]").contains("until you close the page"));
    let mut page = Page::started();
    let key = format!("aw1:{}:0000000020000000000001", page.widget.app.config.thread.key());
    page.storage.put(&key, StoredText::from("garbage"));
    page = page.reloaded(2);
    assert_eq!(
        text(&page, "[data-notice=unreadable]"),
        "1 entry kept for this discussion cannot be read. It is left as it is."
    );
}

#[test]
fn a_long_thread_says_how_much_is_left() {
    let mut page = Page::with_comments(1_200);
    assert_eq!(text(&page, "[data-action=show-later]"), "Show more comments (1,184)");
    assert_eq!(count(&page, "[data-action=show-earlier]"), 0);
    assert_eq!(count(&page, "li.comment"), 16);
    assert_eq!(count(&page, "li.comment[aria-setsize='1200'][aria-posinset='16']"), 1);
    assert_eq!(count(&page, ".gap[data-first='16'][data-rows='1184']:not([aria-hidden]) svg[height='132608']"), 1);
    let last = page.post("the last");
    assert_eq!(count(&page, &format!("li.comment[data-id='{last}'][aria-setsize='1201'][aria-posinset='1201']")), 1);
    assert_eq!(count(&page, ".comment + .gap + .comment"), 1, "one list");
    assert_eq!(text(&page, "[data-action=show-earlier]"), "Show earlier comments (1,176)");
}

#[test]
fn a_thread_that_will_stand_in_the_document_whole_keeps_the_place_of_its_rows_and_has_nothing_to_press() {
    let mut page = Page::with_comments(300).beside(2);
    page.draws_later = true;
    page.send(Msg::Started);
    assert_eq!(count(&page, "li.comment"), 16);
    assert_eq!(count(&page, ".gap[aria-hidden=true] svg[height='31808']"), 1);
    assert_eq!(count(&page, ".gap button, [aria-setsize], [aria-posinset]"), 0);
    page.send(ListMsg::GotTime(1_000));
    assert_eq!((count(&page, "li.comment"), count(&page, ".gap")), (300, 0));
}

#[test]
fn one_comment_more_than_may_come_by_themselves_says_nothing_anew_in_the_others() {
    let mut page = Page::with_comments(1_000).beside(2);
    page.draws_later = true;
    page.send(Msg::Started);
    page.send(ListMsg::GotTime(1_000));
    page.post("the last");
    assert_eq!((count(&page, "li.comment"), count(&page, ".gap")), (1_001, 0));
    assert_eq!(count(&page, "[aria-setsize], [aria-posinset]"), 0, "the browser counts them");
}

#[test]
fn paper_has_no_word_of_what_is_left_where_nothing_is() {
    let mut page = Page::started();
    for n in 0..60 {
        page.post(&format!("{n}"));
    }
    page.send(PageMsg::StartedPrinting);
    assert_eq!((count(&page, "li.comment"), count(&page, ".not-printed")), (60, 0));
}

#[test]
fn no_element_carries_a_style() {
    let mut page = Page::started();
    let id = page.post("one");
    page.reply(id, "two");
    page.send(ActionMsg::PressedDelete(id));
    assert_eq!(count(&page, "[style], style, script"), 0);
}

#[test]
fn a_text_at_risk_is_offered_beside_an_open_edit_composer_too() {
    let mut page = Page::started();
    page.mirror_hangs = true;
    let id = page.post("A");
    page.wait(8_000);
    page.send(ComposerMsg::PressedEdit(id));
    assert_eq!(count(&page, "[data-save=at-risk] [data-action=download]"), 1);
    assert_eq!(count(&page, ".actions"), 0);
}

//! What a reader sees of a submission to the author, and of the file that the page publishes.

use article_widget::app::Msg;
use article_widget::app::published::{Published, PublishedError};
use article_widget::app::submission::{LETTER, SubmissionMsg, SubmissionRoom, Way};
use article_widget::domain::article_error::ArticleError;
use scraper::{Html as Parsed, Selector};

use super::support::Page;
use super::{count, markup, text};

fn written(body: &str) -> Page {
    let mut page = Page::started();
    page.widget.app.config.contact = Some("mailto:author@example.org".to_owned());
    let id = page.post(body);
    page.send(SubmissionMsg::Asked(id));
    page
}

fn link(page: &Page) -> String {
    let parsed = Parsed::parse_fragment(&markup(page));
    let found = parsed.select(&Selector::parse("a[data-action=submission-mail]").unwrap()).next();
    found.and_then(|link| link.value().attr("href")).unwrap_or("(none)").to_owned()
}

/// A text as a mail program reads it out of a link.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || char::from(rest.next().unwrap()).to_digit(16).unwrap() as u8;
        bytes.push(if byte == b'%' { digit() << 4 | digit() } else { byte });
    }
    String::from_utf8(bytes).unwrap().replace("\r\n", "\n")
}

#[test]
fn what_is_shown_is_what_the_mail_says() {
    let page = written("Is this \"all\"?\n<b>& more</b> é");
    let link = link(&page);
    assert!(link.starts_with("mailto:author@example.org?subject=A%20comment"), "{link}");
    let body = decoded(link.split_once("body=").unwrap().1);
    assert_eq!(body, text(&page, ".submission-contents"));
    assert!(body.ends_with(&page.widget.app.submission.open().as_ref().unwrap().file));
    assert_eq!(text(&page, ".submission .panel-facts"), "author@example.org · A comment on “A page”");
}

#[test]
fn what_is_too_long_for_a_mail_goes_as_a_file_and_is_shown_byte_for_byte() {
    let page = written(&"long ".repeat(500));
    assert_eq!(link(&page), "(none)");
    assert_eq!(text(&page, ".submission-contents"), page.widget.app.submission.open().as_ref().unwrap().file);
    assert_eq!(text(&page, "[data-action=submission-file]"), "Download");
    assert!(text(&page, ".submission").contains("Attach the file to a mail to author@example.org."));
}

#[test]
fn where_the_letter_is_to_be_it_is_said_that_it_comes_or_could_not_be_made() {
    let mut page = Page::started();
    page.widget.app.config.contact = Some("mailto:author@example.org".to_owned());
    page.widget.app.submission = SubmissionRoom::default();
    let id = page.post("Mine");
    page.send(SubmissionMsg::Asked(id));
    assert_eq!(text(&page, ".comment [data-notice=letter][role=status]"), "Loading…");
    page.send(SubmissionMsg::Missed);
    assert_eq!(text(&page, ".comment [data-notice=letter][role=alert] button"), "Try again");
    page.send(SubmissionMsg::Came(LETTER));
    assert_eq!((count(&page, "[data-notice=letter]"), count(&page, ".submission")), (0, 1));
}

#[test]
fn it_is_sent_when_the_reader_says_so_and_never_called_posted() {
    let mut page = written("Mine");
    page.send(SubmissionMsg::Took(Way::Mail));
    assert!(text(&page, ".submission").contains("Have you sent it?"));
    assert_eq!(text(&page, ".standing"), "(nothing)");
    page.send(SubmissionMsg::Sent);
    assert_eq!(
        (text(&page, ".standing"), text(&page, "[data-action=send]")),
        ("Sent to the author".to_owned(), "Send again".to_owned())
    );
    assert_eq!(count(&page, ".submission"), 0);
}

#[test]
fn where_nobody_takes_submissions_none_is_offered() {
    let mut page = Page::started();
    page.post("Mine");
    assert_eq!(count(&page, "[data-action=send]"), 0);
}

#[test]
fn one_line_says_what_is_wrong_with_the_published_file_and_offers_what_may_help() {
    let mut page = Page::started();
    assert_eq!(count(&page, "[data-notice=published]"), 0);
    for (error, said, buttons) in [
        (PublishedError::Fetch(ArticleError::Network), "could not be loaded", 1),
        (PublishedError::Fetch(ArticleError::Address), "their address", 0),
        (PublishedError::NotOne, "another kind of file", 0),
        (PublishedError::Newer, "later version", 0),
        (PublishedError::Incomplete, "not complete", 0),
        (PublishedError::Refused(1), "1 entry", 0),
        (PublishedError::Refused(1_234), "1,234 entries", 0),
        (PublishedError::TooMuch, "more published comments", 0),
    ] {
        page.widget.app.published = Published::with_error(error);
        assert!(text(&page, "[data-notice=published]").contains(said), "{error:?}");
        assert_eq!(count(&page, "[data-action=retry-published]"), buttons, "{error:?}");
    }
}

#[test]
fn nobody_is_asked_to_be_the_first_while_others_words_are_on_their_way() {
    let mut page = Page::new(1);
    page.widget.app.config.comments = Some("thread.jsonl".to_owned());
    page.network.files.insert("thread.jsonl", Vec::new());
    page.network.hangs = true;
    page.send(Msg::Started);
    assert_eq!(text(&page, ".empty"), "Loading the published comments…");
}

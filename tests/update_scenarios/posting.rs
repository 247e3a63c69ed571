//! Posting and replying.

use article_widget::app::composers::{ComposerId, ComposerProblem};
use article_widget::app::msg::ComposerMsg;
use article_widget::app::{Effect, FocusTarget, Msg};
use article_widget::domain::body::BodyError;
use article_widget::domain::text_length::TooLong;
use article_widget::port::announced::Announced;
use article_widget::replica::save_state::SaveState;
use article_widget::store::copy::request::{CopyId, Request};
use article_widget::store::format::stored_text::StoredText;
use article_widget::store::format::thread_name::ThreadName;

use crate::support::Page;

#[test]
fn a_comment_is_shown_kept_announced_and_focused() {
    let mut page = Page::started();
    let id = page.post("Hello");
    assert_eq!(page.shown(), ["Hello"]);
    assert_eq!(page.widget.app.thread().count(), 1);
    assert_eq!(page.focus(), Some(FocusTarget::Comment(id)));
    assert_eq!(page.said(), Announced::Posted);
    assert_eq!(page.save_state(id), Some(SaveState::Saving));
    let shown = page.widget.app.rows().get(0).unwrap().comment.clone();
    assert!(shown.own);
    assert_eq!(shown.created_at, page.env.now);
    assert_eq!(page.reloaded(2).shown(), ["Hello"]);
}

#[test]
fn the_composer_is_empty_again_after_posting_and_only_then() {
    let mut page = Page::started();
    page.submit(ComposerId::New, "", " ");
    assert_eq!(page.widget.app.composer.composers().get(ComposerId::New).unwrap().revision, 0);
    page.post("Hello");
    assert_eq!(page.widget.app.composer.composers().get(ComposerId::New).unwrap().revision, 1);
    assert_eq!(page.widget.app.composer.composers().get(ComposerId::New).unwrap().problem, None);
}

#[test]
fn a_problem_is_said_in_the_composer_and_nothing_is_stored() {
    let long = "x".repeat(10_001);
    let name = "n".repeat(101);
    let graphemes = |found, limit| TooLong::Graphemes { found, limit };
    let cases = [
        ("", " \n", ComposerProblem::Body(BodyError::Empty), FocusTarget::Composer(ComposerId::New)),
        (
            "",
            long.as_str(),
            ComposerProblem::Body(BodyError::TooLong(graphemes(10_001, 10_000))),
            FocusTarget::Composer(ComposerId::New),
        ),
        (name.as_str(), "text", ComposerProblem::Name(graphemes(101, 100)), FocusTarget::Name(ComposerId::New)),
    ];
    for (name, body, problem, focus) in cases {
        let mut page = Page::started();
        page.submit(ComposerId::New, name, body);
        assert_eq!(page.widget.app.composer.composers().get(ComposerId::New).unwrap().problem, Some(problem));
        assert_eq!(page.focus(), Some(focus));
        assert_eq!(page.stored(), []);
        assert!(page.shown().is_empty());
    }
}

#[test]
fn the_name_is_remembered_across_pages_and_can_be_left_out_again() {
    let mut page = Page::started();
    page.submit(ComposerId::New, "Ann 👩‍💻", "one");
    let effects = page.effects();
    let append = effects.iter().position(|effect| matches!(effect, Effect::Store(Request::Write { .. }))).unwrap();
    let keep = effects.iter().position(|effect| matches!(effect, Effect::KeepName(_))).unwrap();
    assert!(append < keep, "the comment is kept before the name");
    let mut page = page.reloaded(2);
    assert_eq!(page.widget.app.composer.name(), "Ann 👩‍💻");
    page.submit(ComposerId::New, "Ann 👩‍💻", "two");
    assert!(
        !page.effects().iter().any(|effect| matches!(effect, Effect::KeepName(_))),
        "the same name is not kept again"
    );
    page.submit(ComposerId::New, "", "three");
    assert_eq!(page.reloaded(3).widget.app.composer.name(), "");
}

#[test]
fn all_comments_of_a_browser_have_one_author() {
    let mut page = Page::started();
    page.post("one");
    page.post("two");
    let keeps = |effects: Vec<Effect>| effects.iter().filter(|effect| matches!(effect, Effect::KeepAuthor(_))).count();
    assert_eq!(keeps(page.effects()), 1);
    let mut page = page.reloaded(2);
    page.post("three");
    assert_eq!(keeps(page.effects()), 0);
    let authors: Vec<_> = page.widget.app.rows().iter().map(|row| row.comment.author.id.clone()).collect();
    assert_eq!(authors, vec![authors[0].clone(); 3]);
}

#[test]
fn a_reply_stands_below_what_it_answers() {
    let mut page = Page::started();
    let first = page.post("first");
    page.post("second");
    page.send(ComposerMsg::PressedReply(first));
    assert_eq!(page.focus(), Some(FocusTarget::Composer(ComposerId::Reply(first))));
    page.submit(ComposerId::Reply(first), "", "answer");
    assert_eq!(page.shown(), ["first", "  answer", "second"]);
    assert_eq!(page.widget.app.composer.composers().get(ComposerId::Reply(first)), None);
    assert_eq!(page.focus(), Some(FocusTarget::Comment(page.row("answer"))));
    assert_eq!(page.reloaded(2).shown(), ["first", "  answer", "second"]);
}

#[test]
fn a_thread_is_named_once_and_not_before_somebody_writes() {
    let mut page = Page::started();
    assert_eq!(page.stored(), []);
    page.post("one");
    page.post("two");
    let key = format!("aw1:{}:0000000000000000000000", page.widget.app.config.thread.key());
    let naming = |effect: &&Effect| matches!(effect, Effect::Store(Request::Write { copy: CopyId::Primary, key: written, .. }) if *written == key);
    let named = |effects: &[Effect]| effects.iter().filter(naming).count();
    assert_eq!(named(&page.effects()), 1);
    let stored = page.stored();
    let (_, value) = stored.iter().find(|(name, _)| *name == key).unwrap();
    let name = ThreadName::decode(value).unwrap();
    assert_eq!((name.id.as_str(), name.title.as_str(), name.url.as_str()), ("demo", "A page", "https://page.example/"));
    let mut page = page.reloaded(2);
    page.post("three");
    assert_eq!(named(&page.effects()), 0);
}

#[test]
fn any_text_comes_back_as_it_was() {
    let texts = [
        "  spaces \t around\n\n",
        "👩‍👩‍👧‍👦🇩🇪",
        "שלום \u{202e}abc",
        "e\u{301}",
        "\u{0}\u{7f}\u{2028}\u{feff}x",
        "\"\\u0041\\\"",
        "{\"k\":1}",
    ];
    let mut page = Page::started();
    for text in texts {
        page.submit(ComposerId::New, text, text);
        page.wait(1);
    }
    let page = page.reloaded(2);
    let shown: Vec<_> = page.widget.app.rows().iter().map(|row| row.comment.current.body.as_str().to_owned()).collect();
    let names: Vec<_> =
        page.widget.app.rows().iter().map(|row| row.comment.author.name.clone().unwrap().as_str().to_owned()).collect();
    assert_eq!(shown, texts);
    assert_eq!(names, texts);
}

#[test]
fn two_tabs_never_make_the_same_id() {
    let (mut one, mut two) = (Page::new(1), Page::new(2));
    one.send(Msg::Started);
    two.send(Msg::Started);
    assert_ne!(one.post("a"), two.post("a"));
}

#[test]
fn nothing_is_posted_before_the_thread_has_been_read() {
    let mut page = Page::new(1);
    page.submit(ComposerId::New, "", "early");
    assert_eq!(page.effects(), []);
    assert_eq!(page.stored(), Vec::<(String, StoredText)>::new());
}

//! A page's own messages in place of the widget's, and that none of them is forgotten where a state is rare.

use article_widget::app::composers::{ComposerId, ComposerProblem};
use article_widget::app::config::Persistence;
use article_widget::app::msg::{ActionMsg, ComposerMsg};
use article_widget::app::{self, Msg};
use article_widget::domain::body::BodyError;
use article_widget::domain::message_diagnostic::{MessageDiagnostic, with_unknown_keys};
use article_widget::domain::messages::{Messages, Plural};
use article_widget::domain::text_length::TooLong;
use article_widget::domain::thread_id::ThreadId;
use article_widget::port::announced::Announced;
use article_widget::replica::Storage;
use article_widget::store::copy::key_value::KeyValue;
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::format::messages_json;
use article_widget::store::format::thread_name::ThreadName;
use article_widget::view::messages::catalogue::{all, is_known};
use std::collections::BTreeSet;
use std::rc::Rc;

use super::support::Page;
use super::{count, markup, text};

/// Messages in a language that has forms for one and for two.
fn messages(json: &str) -> Messages {
    let category = |number| match number {
        1 => Plural::One,
        2 => Plural::Two,
        _ => Plural::Other,
    };
    let (messages, troubles) = messages_json::read("id", json.to_owned(), "de".to_owned(), Rc::new(category));
    let troubles = with_unknown_keys(&messages, &troubles, is_known);
    assert!(troubles.is_empty(), "{troubles:?}");
    messages
}

fn says(page: &mut Page, json: &str) {
    page.widget.app.config.messages = messages(json);
}

#[test]
fn every_key_names_one_message_and_is_written_like_the_others() {
    let keys: BTreeSet<&str> = all().map(|message| message.key()).collect();
    assert_eq!(keys.len(), all().count(), "a key stands twice");
    for key in keys {
        assert!(key.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{key}");
        assert!(key.len() <= 60, "{key}");
    }
}

#[test]
fn the_number_chooses_the_form() {
    let mut page = Page::started();
    says(
        &mut page,
        r#"{"heading": {"one": "{count} Kommentar", "two": "beide Kommentare", "other": "{count} Kommentare {}"}}"#,
    );
    assert_eq!(text(&page, "h2"), "0 Kommentare {}", "what is no name stays");
    page.post("1");
    assert_eq!(text(&page, "h2"), "1 Kommentar");
    page.post("2");
    assert_eq!(text(&page, "h2"), "beide Kommentare");
    assert_eq!(text(&page, "[data-action=panel]"), "Your comments", "what is not replaced is English");
}

#[test]
fn thousands_are_kept_apart_as_the_page_wants() {
    let mut page = Page::started();
    says(&mut page, r#"{"thousands-separator": ".", "problem-too-long": "{count} statt {limit}"}"#);
    page.submit(ComposerId::New, "", &"x".repeat(10_001));
    assert_eq!(text(&page, "#error-new"), "10.001 statt 10.000");
}

#[test]
fn a_name_stands_where_its_place_is_or_not_at_all() {
    let mut page = Page::started();
    page.widget.app.config.max_depth = Some(1);
    page.submit(ComposerId::New, "Ada {name}", "one");
    let one = page.row("one");
    page.reply(one, "two");
    let shown = |page: &Page| text(page, ".in-reply");
    assert_eq!(shown(&page), "in reply to Ada {name}");
    for (message, expected) in [
        ("an {name}, als Antwort", "an Ada {name}, als Antwort"),
        ("{name}: {nombre}", "Ada {name}: {nombre}"),
        ("Antwort", "Antwort"),
    ] {
        says(&mut page, &format!("{{\"in-reply-to\": \"{message}\", \"reply-to\": \"{message}\"}}"));
        assert_eq!(shown(&page), expected);
        assert!(count(&page, &format!("[data-action=reply][aria-label='{expected}']")) > 0, "{expected}");
    }
}

#[test]
fn markup_in_a_message_is_text() {
    let mut page = Page::started();
    let attack = "<img src=x onerror=alert(1)>\\\"><script>alert(2)</script>{name}\\u0000";
    let one = page.post("one");
    page.send(ComposerMsg::PressedReply(one));
    let keys: Vec<String> = all().map(|message| format!("\"{}\": \"{attack}\"", message.key())).collect();
    says(&mut page, &format!("{{{}}}", keys.join(",")));
    let html = markup(&page);
    assert!(html.contains("&lt;script&gt;alert(2)"), "{html}");
    assert_eq!(count(&page, "script, img"), 0);
}

#[test]
fn what_was_left_in_composers_is_offered_in_the_pages_words() {
    let mut page = Page::started();
    let one = page.post("one");
    page.settle();
    page.send(ComposerMsg::PressedReply(one));
    page.send(ComposerMsg::PressedEdit(one));
    for composer in [ComposerId::New, ComposerId::Reply(one), ComposerId::Edit(one)] {
        page.type_text(composer, "…");
        page.wait(1_000);
        assert!(count(&page, "form") == 3);
    }
    let elsewhere = page.another_tab(2);
    assert_eq!(count(&elsewhere, ".other-draft"), 3);
    let mut later = elsewhere;
    later.type_text(ComposerId::New, "…!");
    later.wait(10_000);
    markup(&later);
    let name = later.widget.app.other_drafts(ComposerId::New).next().map(|(name, _)| name).unwrap();
    later.send(ComposerMsg::PressedDiscardDraft(name));
    assert_eq!(text(&later, ".discarded span"), "Text discarded.");
}

/// A page whose storage is in this state.
fn with_storage(storage: Storage) -> Page {
    let mut page = Page::started();
    let one = page.post("one");
    page.refuse = match storage {
        Storage::Blocked => Some(StoreError::Blocked),
        Storage::Unreadable => Some(StoreError::Failed),
        Storage::Full => Some(StoreError::Full),
        Storage::KeyCollision | Storage::Working => None,
    };
    match storage {
        Storage::Working => {}
        Storage::Full => {
            page.send(ActionMsg::PressedDelete(one));
            page.wait(10_000);
        }
        Storage::Blocked => {
            page.post("two");
        }
        Storage::Unreadable => page.send(Msg::Started),
        Storage::KeyCollision => {
            let name = format!("aw1:{}:0000000000000000000000", page.widget.app.config.thread.key());
            let other = ThreadName::new(&ThreadId::explicit("other").unwrap(), "", "").encode().unwrap();
            page.storage.set(&name, &other).unwrap();
            page = page.reloaded(2);
        }
    }
    assert_eq!(page.widget.app.storage(), storage);
    page
}

#[test]
fn every_state_of_storage_every_problem_and_everything_said_aloud_can_be_replaced() {
    for storage in [Storage::Blocked, Storage::Unreadable, Storage::KeyCollision, Storage::Full] {
        let mut page = with_storage(storage);
        for persistence in [Persistence::Browser, Persistence::Session, Persistence::Nowhere] {
            page.widget.app.config.storage = persistence;
            assert_eq!(count(&page, "[part=notice]"), 1);
        }
    }
    let mut page = Page::started();
    let wide = TooLong::Units { found: 50_000, limit: 40_000 };
    for problem in
        [ComposerProblem::OverQuota, ComposerProblem::Name(wide), ComposerProblem::Body(BodyError::TooLong(wide))]
    {
        page.widget.app.composer.refuse(ComposerId::New, problem);
        assert_eq!(count(&page, "#error-new"), 1);
    }
    use Announced::{
        Arrived, AtRisk, Copied, DeletedInPart, Edited, Erased, FileBroken, Imported, Kept, NotCopied, Sent,
    };
    for what in [AtRisk, Arrived, Copied, DeletedInPart, Edited, Erased, FileBroken, Imported, Kept, NotCopied, Sent] {
        page.widget.app.notices.announce(what);
        assert_eq!(count(&page, "[role=status] span"), 1);
    }
}

#[test]
fn a_long_thread_and_what_came_back_are_told_in_the_pages_words() {
    let mut page = Page::started();
    for n in 0..60 {
        page.post(&format!("{n}"));
    }
    page.settle();
    super::support::looking::clear(&page.storage);
    let page = page.reloaded(2);
    assert_eq!(count(&page, "[data-notice=healed]"), 1);
    let mut page = Page::with_comments(1_200);
    page.post("the last");
    assert_eq!(text(&page, "[data-action=show-earlier]"), "Show earlier comments (1,176)");
}

/// What the page's developers are told.
fn told(page: &mut Page) -> Vec<String> {
    let told = |effect| match effect {
        app::Effect::Warn(message) => Some(message),
        app::Effect::DispatchEvent { event, .. } => {
            format!("{event:?}").contains("strings").then(|| "event".to_owned())
        }
        _ => None,
    };
    page.effects().into_iter().filter_map(told).collect()
}

#[test]
fn what_is_wrong_is_said_once_in_the_console_and_by_an_event_where_a_message_is_missing() {
    let mut page = Page::new(1);
    page.widget.app.config.message_diagnostics = Rc::new([MessageDiagnostic::NoScript("de".to_owned())]);
    page.send(Msg::Started);
    let missing = "strings: there is no <script type=\"application/json\"> with the id \"de\" in this page";
    assert_eq!(told(&mut page), [missing, "event"]);
    let mut config = page.widget.app.config.clone();
    config.readonly = true;
    page.send(Msg::ChangedConfig(Box::new(config.clone())));
    assert_eq!(told(&mut page), [""; 0], "nothing is said again");
    config.message_diagnostics = Rc::new([MessageDiagnostic::UnknownKeys(vec!["hedding".to_owned()])]);
    page.send(Msg::ChangedConfig(Box::new(config)));
    assert_eq!(told(&mut page), ["strings: there are no messages with the keys hedding"]);
}

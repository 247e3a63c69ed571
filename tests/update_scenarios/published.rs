//! The file that a page publishes: shown beside what is kept, changing none of it, and kept nowhere.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use article_widget::app::composers::ComposerId;
use article_widget::app::effect::PublishedRequest;
use article_widget::app::host_call;
use article_widget::app::host_event::HostEvent;
use article_widget::app::msg::{ActionMsg, ComposerMsg, PublishedMsg};
use article_widget::app::{Effect, Msg};
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::thread_id::ThreadId;
use article_widget::manage::msg::PanelMsg;
use article_widget::store::copy::key_value::KeyValue;

use crate::importing::{backup, elsewhere, publication};
use crate::panel::here;
use crate::support::Page;

pub(crate) const ADDRESS: &str = "thread.jsonl";

/// A page beside which this file lies.
pub(crate) fn naming(number: u64, file: &str) -> Page {
    let mut page = Page::new(number);
    page.widget.app.config.comments = Some(ADDRESS.to_owned());
    page.network.files.insert(ADDRESS, file.as_bytes().to_vec());
    page
}

/// The same, opened.
pub(crate) fn beside(number: u64, file: &str) -> Page {
    let mut page = naming(number, file);
    page.send(Msg::Started);
    page
}

/// The same browser, opened again with this file beside the page.
pub(crate) fn again(page: Page, number: u64, file: &str) -> Page {
    let mut next = naming(number, file);
    (next.storage, next.mirror) = (page.storage, page.mirror);
    next.env.now = page.env.now;
    next.send(Msg::Started);
    next
}

/// Somebody else's page with these comments.
pub(crate) fn theirs(texts: &[&str]) -> Page {
    let mut page = elsewhere(9);
    for text in texts {
        page.post(text);
    }
    page
}

/// A publication with these operations, in which `…` is the end of an id.
fn of(lines: &[&str]) -> String {
    let head = "{\"format\":\"article-widget\",\"v\":1,\"kind\":\"publication\",\"at\":0}\n{\"thread\":\"demo\"}\n";
    lines.iter().fold(head.to_owned(), |file, line| file + &line.replace('…', "0000000000001") + "\n")
}

fn is_published(page: &Page, text: &str) -> bool {
    page.widget.app.thread().get(page.row(text)).unwrap().published
}

#[test]
fn what_is_published_stands_beside_the_readers_own_and_is_kept_nowhere() {
    let file = publication(&mut theirs(&["Theirs"]));
    let mut page = Page::started();
    page.post("Mine");
    page.settle();
    let (stored, mirrored) = (page.stored(), page.mirrored());
    let page = again(page, 3, &file);
    assert_eq!(page.shown(), ["Mine", "Theirs"]);
    assert!(is_published(&page, "Theirs") && !is_published(&page, "Mine"));
    assert!(!page.widget.app.thread().get(page.row("Theirs")).unwrap().own);
    assert_eq!((page.stored(), page.mirrored()), (stored, mirrored));
    assert_eq!(page.widget.app.published.error(), None);
}

#[test]
fn it_is_asked_for_once_the_readers_own_comments_are_shown() {
    let file = publication(&mut theirs(&["Theirs"]));
    let mut page = naming(1, &file);
    page.silent = true;
    page.send(Msg::Started);
    assert!(page.network.asked.is_empty());
    let mut page = naming(1, &file);
    page.network.hangs = true;
    page.send(Msg::Started);
    assert!(page.widget.app.is_ready() && page.widget.app.published.is_coming());
    let effects = page.effects();
    let at = |wanted: fn(&Effect) -> bool| effects.iter().position(wanted).unwrap();
    assert!(
        at(|it| matches!(it, Effect::DispatchEvent { event: HostEvent::Ready { .. }, .. }))
            < at(|it| matches!(it, Effect::Published(PublishedRequest::Fetch { .. })))
    );
    assert_eq!(page.network.asked, [ADDRESS]);
    page.post("I can write meanwhile");
    assert_eq!(page.shown(), ["I can write meanwhile"]);
}

#[test]
fn the_page_is_told_of_a_file_that_is_broken_and_of_no_other() {
    let file = publication(&mut theirs(&["Theirs"]));
    let failed = |file: &str| {
        let mut page = naming(1, file);
        page.send(Msg::Started);
        page.effects()
            .iter()
            .any(|it| matches!(it, Effect::DispatchEvent { event: HostEvent::Failed { code: "comments", .. }, .. }))
    };
    assert!(!failed(&file));
    assert!(failed(&file.replace("Theirs", "Another text")));
}

#[test]
fn a_file_that_comes_in_small_pieces_is_read_in_slices_to_its_end() {
    let texts: Vec<String> = (0..250).map(|number| format!("Number {number}")).collect();
    let file = publication(&mut theirs(&texts.iter().map(String::as_str).collect::<Vec<_>>()));
    let mut page = naming(2, &file);
    page.network.piece = 1_000;
    page.slices = Some(5);
    page.send(Msg::Started);
    assert!(page.widget.app.published.is_coming() && page.widget.app.thread().count() < 250);
    page.slices = None;
    page.send(PublishedMsg::GotTime);
    assert_eq!((page.widget.app.thread().count(), page.widget.app.rows().len()), (250, 250));
    assert!(!page.widget.app.published.is_coming());
}

#[test]
fn a_comment_of_ones_own_that_is_published_is_one_comment() {
    let mut page = here();
    page.post("Mine");
    page.settle();
    let file = publication(&mut page);
    let mut page = again(page, 2, &file);
    assert_eq!(page.shown(), ["Mine"]);
    let id = page.row("Mine");
    let comment = page.widget.app.thread().get(id).unwrap();
    assert!(comment.own && comment.published);
    page.send(ComposerMsg::PressedEdit(id));
    page.submit(ComposerId::Edit(id), "", "Mine, better");
    assert!(!is_published(&page, "Mine, better"), "others still see the first text");
}

#[test]
fn an_erased_comment_stays_erased_though_it_is_published() {
    let mut page = here();
    let id = page.post("Mine");
    page.settle();
    let file = publication(&mut page);
    let mut page = again(page, 2, &file);
    page.send(ActionMsg::PressedDelete(id));
    assert_eq!(page.shown(), ["[Mine]"]);
    page.send(ActionMsg::AnsweredErase { id, sure: true });
    page.settle();
    assert_eq!(page.shown(), [""; 0]);
    let page = again(page, 3, &file);
    assert_eq!(page.shown(), [""; 0]);
    assert!(!page.is_kept("Mine"));
}

#[test]
fn an_erasure_is_as_small_however_much_a_file_says_of_the_comment() {
    let mut page = Page::started();
    let id = page.post("Mine");
    page.settle();
    let author = page.widget.app.thread().get(id).unwrap().author.id.as_str().to_owned();
    let edits: Vec<String> = (100..400)
        .map(|number| format!("{{\"id\":\"000000{number}…\",\"record\":{{\"k\":\"edit\",\"p\":\"{id}\",\"a\":{{\"id\":\"{author}\"}},\"t\":1,\"b\":\"x\"}}}}"))
        .collect();
    let mut page = again(page, 2, &of(&edits.iter().map(String::as_str).collect::<Vec<_>>()));
    assert_eq!(page.shown(), ["Mine"]);
    page.send(ActionMsg::PressedDelete(id));
    page.send(ActionMsg::AnsweredErase { id, sure: true });
    page.settle();
    let longest = page.stored().iter().map(|(_, value)| value.units()).max().unwrap();
    assert!(longest < 1_000, "{longest}");
    assert_eq!(page.shown(), [""; 0]);
}

#[test]
fn a_reply_to_a_published_comment_finds_it_when_the_file_comes() {
    let file = publication(&mut theirs(&["Theirs"]));
    let mut page = beside(2, &file);
    let theirs = page.row("Theirs");
    page.reply(theirs, "I agree");
    page.settle();
    assert_eq!(page.shown(), ["Theirs", "  I agree"]);
    let mut page = again(page, 3, "");
    assert_eq!(page.shown(), ["I agree"]);
    assert!(page.widget.app.rows().get(0).unwrap().is_stray());
    page.network.files.insert(ADDRESS, file.into_bytes());
    let config = article_widget::app::config::Config {
        comments: Some("thread.jsonl?2".to_owned()),
        ..page.widget.app.config.clone()
    };
    let file = page.network.files[ADDRESS].clone();
    page.network.files.insert("thread.jsonl?2", file);
    page.send(Msg::ChangedConfig(Box::new(config)));
    assert_eq!(page.shown(), ["Theirs", "  I agree"]);
}

#[test]
fn another_file_takes_the_place_of_the_first_and_no_file_that_of_any() {
    let mut page = beside(2, &publication(&mut theirs(&["First"])));
    page.network.files.insert("second", publication(&mut theirs(&["Second"])).into_bytes());
    page.post("Mine");
    for (address, shown) in
        [(Some("second"), vec!["Mine", "Second"]), (None, vec!["Mine"]), (Some(ADDRESS), vec!["First", "Mine"])]
    {
        let config = article_widget::app::config::Config {
            comments: address.map(str::to_owned),
            ..page.widget.app.config.clone()
        };
        page.send(Msg::ChangedConfig(Box::new(config)));
        let mut found = page.shown();
        found.sort();
        assert_eq!(found, shown);
    }
}

#[test]
fn what_comes_late_for_another_thread_is_not_taken() {
    let file = publication(&mut theirs(&["Theirs"]));
    let mut page = naming(2, &file);
    page.network.hangs = true;
    page.send(Msg::Started);
    let attempt = match page.effects().into_iter().find_map(|effect| match effect {
        Effect::Published(PublishedRequest::Fetch { attempt, .. }) => Some(attempt),
        _ => None,
    }) {
        Some(attempt) => attempt,
        None => unreachable!("it was asked for"),
    };
    let config = article_widget::app::config::Config {
        thread: ThreadId::explicit("other").unwrap(),
        ..page.widget.app.config.clone()
    };
    page.send(Msg::ChangedConfig(Box::new(config)));
    page.send(PublishedMsg::Read { attempt, piece: Ok(Some(file.as_bytes().into())) });
    page.send(PublishedMsg::Read { attempt, piece: Ok(None) });
    assert_eq!(page.shown(), [""; 0]);
    assert!(page.widget.app.published.is_coming(), "the other thread's file is still awaited");
}

#[test]
fn other_discussions_in_the_file_are_passed_over() {
    let file = publication(&mut theirs(&["Theirs"])).replace("\"demo\"", "\"another\"");
    let page = beside(2, &file);
    assert_eq!(page.shown(), [""; 0]);
}

#[test]
fn the_readers_files_hold_what_is_kept_here_only() {
    let file = publication(&mut theirs(&["Theirs"]));
    let mut page = beside(2, &file);
    page.reply(page.row("Theirs"), "I agree");
    page.settle();
    page.send(PanelMsg::Toggled);
    for text in [publication(&mut page), backup(&mut page)] {
        assert!(text.contains("I agree") && !text.contains("Theirs"), "{text}");
    }
}

#[test]
fn deleting_everything_here_leaves_what_is_published() {
    let mut page = beside(2, &publication(&mut theirs(&["Theirs"])));
    page.post("Mine");
    page.send(Msg::HostCalled { ticket: 1, call: host_call::HostCall::Clear });
    page.settle();
    assert_eq!(page.shown(), ["Theirs"]);
    assert_eq!(page.storage.keys("aw1:").unwrap().len(), 0);
}

#[test]
fn ids_made_here_come_after_those_in_the_file() {
    let page = {
        let mut page = beside(2, &publication(&mut theirs(&["One", "Two", "Three"])));
        page.post("Mine");
        page
    };
    let latest = |text| page.row(text).lamport;
    assert!(latest("Mine") > latest("Three"));
    let _: OperationId = page.row("Mine");
}

//! What the two programs say to each other, and what waits for the code of either.
#![cfg(test)]

use super::effect::Effect;
use super::msg::Msg;
use super::programs::{Code, Part, PartState};
use super::update::{Widget, shared};
use crate::app::article::ArticleStatus;
use crate::app::config::Config;
use crate::app::host_call::HostCall;
use crate::app::msg::{ActionMsg, ArticleMsg, ComposerMsg, PageMsg};
use crate::domain::article_error::ArticleError;
use crate::domain::author::AuthorId;
use crate::domain::composer_id::ComposerId;
use crate::domain::operation_id::Actor;
use crate::domain::thread_id::ThreadId;
use crate::domain::timestamp::Timestamp;
use crate::manage::msg::PanelMsg;
use crate::manage::panel::Deletion;
use crate::replica::Env;
use crate::store::copy::request::{Broadcast, CopyId, Found, Request, Response};
use crate::store::copy::usage::Usage;
use crate::store::file::thread_file::FileKind;
use crate::{app, manage};

fn at(millis: i64) -> Timestamp {
    Timestamp::from_millis(millis).unwrap()
}

/// A widget whose thread was read and is empty.
fn read() -> (Widget, Env) {
    let thread = ThreadId::explicit("demo").unwrap();
    let mut env = Env::new(at(1_000), Actor(7), AuthorId::local(1));
    let mut widget = Widget::new(Config::plain(thread.clone(), "Title", "https://example.org/"), at(1_000));
    widget.update(app::Msg::Started, &mut env);
    for copy in CopyId::ALL {
        let listed = Response::Listed { copy, thread: thread.key(), result: Ok(Vec::new()) };
        widget.update(app::Msg::Responded(listed), &mut env);
    }
    assert!(widget.app.is_ready());
    (widget, env)
}

fn without_code() -> (Widget, Env) {
    let thread = ThreadId::explicit("demo").unwrap();
    let env = Env::new(at(1_000), Actor(7), AuthorId::local(1));
    (Widget::without_code(Config::plain(thread, "Title", "https://example.org/"), at(1_000)), env)
}

fn typed(text: &str) -> ComposerMsg {
    ComposerMsg::Typed { composer: ComposerId::New, text: text.to_owned() }
}

fn deletes_all(effects: &[Effect]) -> Vec<&Effect> {
    effects
        .iter()
        .filter(|effect| matches!(effect, Effect::App(app::Effect::Broadcast(Broadcast::Record(_)))))
        .collect()
}

#[test]
fn what_one_program_says_reaches_the_other_at_once_and_nobody_else() {
    let (mut widget, mut env) = read();
    widget.update(PanelMsg::Toggled, &mut env);
    let thread = widget.app.config.thread.key();
    widget.update(PanelMsg::AskedToDelete(Deletion::Thread(thread.clone())), &mut env);
    let effects = widget.update(PanelMsg::AnsweredDelete { sure: true }, &mut env);
    assert_eq!(deletes_all(&effects).len(), 1, "the thread was told to delete itself: {effects:?}");
    let mut state = String::new();
    widget.manage.write_state(&mut state).unwrap();
    assert!(state.contains(&format!("[({thread:?}, 1)]")), "and what it told then was heard: {state}");
    let said = |effect: &Effect| {
        matches!(effect, Effect::App(app::Effect::ToManage(_)) | Effect::Manage(manage::Effect::ToThread(_)))
    };
    assert!(!effects.iter().any(said));
}

#[test]
fn the_other_program_knows_where_it_is_before_anything_else_happens() {
    let (mut widget, mut env) = read();
    let another = ThreadId::explicit("another").unwrap();
    let config = Config::plain(another.clone(), "Another", "https://example.org/another");
    widget.update(app::Msg::ChangedConfig(Box::new(config)), &mut env);
    assert_eq!((widget.manage.here.thread.clone(), &*widget.manage.here.name.title), (another, "Another"));
}

#[test]
fn what_happens_to_the_page_happens_to_both_and_the_rest_to_one() {
    for msg in [PageMsg::Woken, PageMsg::Hidden] {
        assert!(shared(&app::Msg::Page(msg)).is_some());
    }
    assert_eq!(shared(&app::Msg::Heard(Broadcast::Forgotten)), Some(manage::Msg::Heard(Broadcast::Forgotten)));
    let others = [
        app::Msg::Ticked,
        app::Msg::Action(ActionMsg::PressedSaveAgain),
        app::Msg::Page(PageMsg::MeasuredUsage(Usage::default())),
    ];
    assert_eq!(others.map(|msg| shared(&msg)), [None, None, None]);
}

#[test]
fn what_happens_before_the_code_is_there_is_followed_in_order_once_it_has_come() {
    let (mut late, mut env) = without_code();
    assert_eq!(late.update(app::Msg::Started, &mut env), [Effect::Fetch(Part::Engine)]);
    for text in ["T", "Te", "Text"] {
        assert_eq!(late.update(typed(text), &mut env), [], "it is on its way");
    }
    let (mut early, mut other) = without_code();
    early.update(Msg::Fetched(Code::of(Part::Engine)), &mut other);
    let mut expected = early.update(app::Msg::Started, &mut other);
    expected.extend(early.update(typed("Text"), &mut other));
    assert_eq!(late.update(Msg::Fetched(Code::of(Part::Engine)), &mut env), expected);
    assert_eq!((late.part(Part::Engine), late.app.composer_text(ComposerId::New)), (PartState::Here, "Text"));
}

#[test]
fn your_comments_needs_the_code_of_both_and_is_told_everything_then() {
    let (mut widget, mut env) = without_code();
    let asked = widget.update(PanelMsg::Toggled, &mut env);
    assert_eq!(asked, [Effect::Fetch(Part::Engine), Effect::Fetch(Part::Manage)]);
    assert_eq!(widget.update(PanelMsg::Toggled, &mut env), [], "pressed again by somebody who waits");
    assert_eq!(widget.update(Msg::Fetched(Code::of(Part::Manage)), &mut env), [], "the thread is not there yet");
    assert!(widget.manage.panel.is_none());
    widget.update(Msg::Fetched(Code::of(Part::Engine)), &mut env);
    assert!(widget.manage.panel.is_some(), "it is open");
}

#[test]
fn a_part_that_could_not_be_had_is_asked_for_again_when_it_is_wanted_again() {
    let (mut widget, mut env) = without_code();
    widget.update(Msg::Fetched(Code::of(Part::Engine)), &mut env);
    assert_eq!(widget.update(Msg::Wanted(Part::Manage), &mut env), [Effect::Fetch(Part::Manage)]);
    assert_eq!(widget.update(Msg::Missed(Part::Manage), &mut env), []);
    assert_eq!(widget.awaited(Part::Manage), None, "nobody waits for it");
    assert_eq!(widget.update(PanelMsg::Toggled, &mut env), [Effect::Fetch(Part::Manage)]);
    assert_eq!(widget.awaited(Part::Manage), Some(PartState::Coming));
    widget.update(Msg::Missed(Part::Manage), &mut env);
    assert_eq!(widget.awaited(Part::Manage), Some(PartState::Missing));
    assert_eq!(widget.update(Msg::Wanted(Part::Manage), &mut env), [Effect::Fetch(Part::Manage)]);
    widget.update(Msg::Fetched(Code::of(Part::Manage)), &mut env);
    assert!(widget.manage.panel.is_some() && widget.awaited(Part::Manage).is_none());
}

#[test]
fn a_host_api_call_is_refused_when_the_code_for_it_cannot_be_had() {
    let (mut widget, mut env) = without_code();
    let export = manage::host_call::HostCall::Export { kind: FileKind::Backup, everything: false };
    widget.update(app::Msg::HostCalled { ticket: 1, call: HostCall::Clear }, &mut env);
    widget.update(manage::Msg::HostCalled { ticket: 2, call: export.clone() }, &mut env);
    assert_eq!(widget.update(Msg::Missed(Part::Manage), &mut env), [Effect::Refuse(2)]);
    widget.update(manage::Msg::HostCalled { ticket: 3, call: export }, &mut env);
    let refused = widget.update(Msg::Missed(Part::Engine), &mut env);
    assert_eq!(refused, [Effect::Refuse(1), Effect::Refuse(3)], "without the thread neither can be answered");
}

#[test]
fn what_is_typed_or_sent_is_kept_when_the_page_is_left_before_the_engine_has_come() {
    let (mut widget, mut env) = without_code();
    widget.update(app::Msg::Started, &mut env);
    widget.update(typed("half a thought"), &mut env);
    let put = |effects: Vec<Effect>| match &effects[..] {
        [Effect::Put { key, value }] => (key.clone(), value.clone()),
        other => unreachable!("{other:?}"),
    };
    let (key, value) = put(widget.update(PageMsg::Hidden, &mut env));
    assert!(key.starts_with("aw1d:") && value.contains("half a thought"), "{key} {value}");
    let (composer, body) = (ComposerId::New, "a whole one".to_owned());
    widget.update(ComposerMsg::Submitted { composer, name: None, body }, &mut env);
    let (again, value) = put(widget.update(PageMsg::Hidden, &mut env));
    assert!(again == key && value.contains("a whole one"), "one composer has one draft: {again} {value}");
    assert_eq!(widget.update(PageMsg::Woken, &mut env), []);
    let mut effects = widget.update(Msg::Fetched(Code::of(Part::Engine)), &mut env);
    let (copy, thread) = (CopyId::Primary, widget.app.config.thread.key());
    let listed = Response::Listed { copy, thread: thread.clone(), result: Ok(vec![key.clone()]) };
    effects.extend(widget.update(app::Msg::Responded(listed), &mut env));
    let records = vec![Found { key, value: value.as_str().into() }];
    let fetched = Response::Fetched { copy, thread, records, end: Some(Ok(())) };
    effects.extend(widget.update(app::Msg::Responded(fetched), &mut env));
    let is_post = |effect: &&Effect| match effect {
        Effect::App(app::Effect::Store(Request::Write { key, value, .. })) => {
            key.starts_with("aw1:") && value.contains("a whole one")
        }
        _ => false,
    };
    assert_eq!(effects.iter().filter(is_post).count(), 1, "it is posted, once: {effects:?}");
    assert_eq!(widget.app.other_drafts(ComposerId::New).count(), 0, "and offered nowhere");
}

#[test]
fn the_article_waits_for_no_engine_and_is_asked_for_once() {
    let (mut widget, mut env) = without_code();
    widget = Widget::without_code(Config { src: Some("a.html".to_owned()), ..widget.app.config.clone() }, at(1_000));
    let asked = |effects: &[Effect]| {
        let is_fetch = |effect: &&Effect| matches!(effect, Effect::App(app::Effect::FetchArticle { .. }));
        effects.iter().filter(is_fetch).count()
    };
    assert_eq!(asked(&widget.update(app::Msg::Started, &mut env)), 1);
    let loaded = ArticleMsg::Loaded { attempt: 1, result: Err(ArticleError::Address) };
    widget.update(loaded, &mut env);
    assert_eq!(*widget.app.article.status(), ArticleStatus::Failed(ArticleError::Address));
    assert_eq!(asked(&widget.update(ArticleMsg::PressedRetry, &mut env)), 1);
    assert_eq!(asked(&widget.update(Msg::Fetched(Code::of(Part::Engine)), &mut env)), 0, "it is on its way");
}

#[test]
fn typing_asks_for_no_engine_that_could_not_be_had_and_sending_does() {
    let (mut widget, mut env) = without_code();
    widget.update(app::Msg::Started, &mut env);
    widget.update(Msg::Missed(Part::Engine), &mut env);
    assert_eq!(widget.update(typed("half a"), &mut env), []);
    assert_eq!(widget.awaited(Part::Engine), Some(PartState::Missing), "it still says so");
    let (composer, body) = (ComposerId::New, "half a thought".to_owned());
    let sent = ComposerMsg::Submitted { composer, name: None, body };
    assert_eq!(widget.update(sent, &mut env), [Effect::Fetch(Part::Engine)]);
}

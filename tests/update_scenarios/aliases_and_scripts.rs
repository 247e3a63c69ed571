//! What a script of the page asks and is told where a discussion has several ids, or a published file.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use article_widget::app::effect::PublishedRequest;
use article_widget::app::host_call;
use article_widget::app::host_event::{HostEvent, StorageWarning};
use article_widget::app::msg::PublishedMsg;
use article_widget::app::{Effect, Msg};
use article_widget::domain::thread_id::{ThreadId, ThreadKey};
use article_widget::store::copy::request::Request;
use article_widget::store::format::stored_text::StoredText;

use crate::aliases::{OLD, ids, moved};
use crate::importing::publication;
use crate::published::{beside, theirs};
use crate::support::Page;

fn call(page: &mut Page, call: host_call::HostCall) -> Vec<Effect> {
    page.effects();
    page.send(Msg::HostCalled { ticket: 1, call });
    page.effects()
}

fn is_settled(effects: &[Effect], wanted: &host_call::HostResult) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Settle { ticket: 1, result } if result == wanted))
}

fn concerns(request: &Request, wanted: &ThreadKey) -> bool {
    match request {
        Request::List { thread, .. } | Request::Fetch { thread, .. } | Request::Remove { thread, .. } => {
            thread == wanted
        }
        Request::Write { key, .. } | Request::Check { key, .. } | Request::Put { key, .. } => {
            key.contains(wanted.as_str())
        }
    }
}

/// Does what was asked for of one thread, and whatever follows from that for it. Gives everything else.
fn do_all_of(page: &mut Page, thread: &ThreadKey, mut effects: Vec<Effect>) -> Vec<Effect> {
    let mut others = Vec::new();
    // A write is followed by a look whether it stayed; longer than that nothing takes.
    for _ in 0..20 {
        for effect in std::mem::take(&mut effects) {
            match &effect {
                Effect::Store(request) if concerns(request, thread) => {
                    request.ended(Ok(())).into_iter().for_each(|response| page.send(Msg::Responded(response)));
                }
                _ => others.push(effect),
            }
        }
        page.wait(1_000);
        effects = page.effects();
    }
    others.extend(effects);
    others
}

fn keys(page: &Page) -> [ThreadKey; 2] {
    [page.widget.app.config.thread.key(), ThreadId::explicit(OLD).unwrap().key()]
}

#[test]
fn clear_is_settled_when_what_stands_under_the_other_ids_is_deleted_too() {
    let mut page = moved(&["From before"]);
    page.post("And now");
    page.settle();
    page.silent = true;
    let [here, there] = keys(&page);
    let effects = call(&mut page, host_call::HostCall::Clear);
    let effects = do_all_of(&mut page, &here, effects);
    assert!(!is_settled(&effects, &host_call::HostResult::Cleared), "the other id has kept nothing of it yet");
    let effects = do_all_of(&mut page, &there, effects);
    assert!(is_settled(&effects, &host_call::HostResult::Cleared));
}

#[test]
fn a_reload_is_settled_when_the_other_ids_and_the_published_file_are_read() {
    let mut page = moved(&["From before"]);
    page.silent = true;
    let [here, there] = keys(&page);
    let effects = call(&mut page, host_call::HostCall::Reload);
    let effects = do_all_of(&mut page, &here, effects);
    assert!(!is_settled(&effects, &host_call::HostResult::Done), "the other id is not read yet");
    let effects = do_all_of(&mut page, &there, effects);
    assert!(is_settled(&effects, &host_call::HostResult::Done));

    let file = publication(&mut theirs(&["Theirs"]));
    let mut page = beside(3, &file);
    page.network.hangs = true;
    let effects = call(&mut page, host_call::HostCall::Reload);
    assert!(!is_settled(&effects, &host_call::HostResult::Done), "the file has not come yet");
    let attempt = effects.iter().find_map(|effect| match effect {
        Effect::Published(PublishedRequest::Fetch { attempt, .. }) => Some(*attempt),
        _ => None,
    });
    page.send(PublishedMsg::Read { attempt: attempt.unwrap(), piece: Ok(None) });
    assert!(is_settled(&page.effects(), &host_call::HostResult::Done));
}

#[test]
fn damage_under_another_id_is_told_once() {
    let page = moved(&["From before"]);
    let key = format!("aw1:{}:0000000090000000000009", ThreadId::explicit(OLD).unwrap().key());
    page.storage.put(&key, StoredText::from("garbage"));
    let mut page = page.beside(6);
    page.widget.app.config.aliases = ids(&[OLD]);
    page.send(Msg::Started);
    page.wait(1_000);
    let warned = page.told_page().into_iter().filter(|event| matches!(event, HostEvent::Warned(_)));
    assert_eq!(warned.collect::<Vec<_>>(), [HostEvent::Warned(StorageWarning::Unreadable)]);
}

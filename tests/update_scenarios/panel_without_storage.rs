//! "Your comments" on pages whose browser keeps nothing, or nothing for long: what the thread alone knows reaches it over their port.

use article_widget::app::Msg;
use article_widget::app::host_call;
use article_widget::app::msg::ActionMsg;
use article_widget::manage;
use article_widget::manage::host_call::{HostCall, HostResult};
use article_widget::manage::import::Import;
use article_widget::manage::msg::{FileMsg, PanelMsg};
use article_widget::manage::panel::Deletion;
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::file::thread_file::FileKind;

use crate::importing::publication;
use crate::panel::{here, offer};
use crate::support::Page;

const BLOCKED: Option<StoreError> = Some(StoreError::Blocked);

/// Pages whose storage is blocked, or to be kept free (`none`); that keep what is written for the tab only (`session`); and that have a
/// mirror but nothing beside it, as an opaque frame of some browsers.
fn pages() -> [(&'static str, Page); 3] {
    [("blocked", BLOCKED, BLOCKED), ("session", None, BLOCKED), ("mirror alone", BLOCKED, None)].map(
        |(name, first, mirror)| {
            let mut page = Page::new(1);
            (page.refuse, page.refuse_mirror) = (first, mirror);
            page.send(Msg::Started);
            (name, page)
        },
    )
}

/// What a script is answered.
fn call(page: &mut Page, call: HostCall) -> Option<HostResult> {
    page.effects();
    page.send(manage::Msg::HostCalled { ticket: 1, call });
    page.managed().into_iter().find_map(|effect| match effect {
        manage::Effect::Settle { ticket: 1, result } => Some(result),
        _ => None,
    })
}

#[test]
fn a_file_holds_what_memory_alone_has() {
    for (name, mut page) in pages() {
        let gone = page.post("Deleted again");
        page.post("Only here");
        page.send(ActionMsg::PressedDelete(gone));
        let offer = offer(&mut page, FileMsg::AskedForPublication { everything: false });
        let text = offer.text.unwrap_or_default();
        assert_eq!(offer.comments, 1, "{name}");
        assert!(text.contains("Only here") && !text.contains("Deleted again"), "{name}: {text}");
        for kind in [FileKind::Publication, FileKind::Backup] {
            for everything in [false, true] {
                let result = call(&mut page, HostCall::Export { kind, everything });
                let Some(HostResult::File(text)) = result else { panic!("{name}: {result:?}") };
                assert!(text.contains("Only here"), "{name} {kind:?} {everything}: {text}");
            }
        }
    }
}

#[test]
fn what_was_deleted_is_restored_and_erased_in_memory_too() {
    for (name, mut page) in pages() {
        let [restored, erased] = ["one", "two"].map(|text| page.post(text));
        page.send(PanelMsg::Toggled);
        for id in [restored, erased] {
            page.send(ActionMsg::PressedDelete(id));
        }
        page.send(ActionMsg::PressedUndo(restored));
        page.send(PanelMsg::AskedToDelete(Deletion::Comment(erased)));
        page.send(PanelMsg::AnsweredDelete { sure: true });
        page.settle();
        assert_eq!(page.shown(), ["one"], "{name}");
        assert_eq!(page.widget.app.thread().get(erased), None, "{name}");
        let text = offer(&mut page, FileMsg::AskedForPublication { everything: false }).text.unwrap_or_default();
        assert!(text.contains("one") && !text.contains("two"), "{name}: {text}");
    }
}

#[test]
fn everything_is_deleted_in_memory_too_and_the_script_is_told() {
    for (name, mut page) in pages() {
        page.post("one");
        page.effects();
        page.send(Msg::HostCalled { ticket: 7, call: host_call::HostCall::Clear });
        let mut effects = page.effects();
        page.settle();
        page.wait(60_000);
        effects.extend(page.effects());
        let cleared = article_widget::app::Effect::Settle { ticket: 7, result: host_call::HostResult::Cleared };
        assert!(page.shown().is_empty() && effects.contains(&cleared), "{name}");
    }
}

#[test]
fn an_import_that_nothing_keeps_is_left_out_and_said_to_be() {
    let mut theirs = here();
    theirs.post("Theirs");
    let file = publication(&mut theirs);
    for (name, mut page) in pages() {
        let preview = call(&mut page, HostCall::Preview(file.as_str().into()));
        assert!(matches!(preview, Some(HostResult::Preview(_))), "{name}: {preview:?}");
        let done = call(&mut page, HostCall::Commit(1));
        let keeps = page.refuse.is_none();
        let expected = if keeps { (2, 0) } else { (0, 2) };
        assert_eq!(done, Some(HostResult::Done { written: expected.0, left_out: expected.1 }), "{name}");
        assert_eq!(page.shown().len(), usize::from(keeps), "{name}: nothing is shown that could not be undone");
        assert!(matches!(&page.widget.manage.import, Import::Done(done) if done.batches.len() == usize::from(keeps)));
    }
}

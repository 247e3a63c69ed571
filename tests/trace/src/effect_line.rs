//! An effect as one line of text: what the world is asked for, in words of its own.
//!
//! What the program calls its effects may change; then this file and its neighbours follow, and the lines stay. Numbers by which
//! the program only finds its way back (the attempt of a fetch, the purpose of a reading, the work of a slice) are left out.

use article_widget::app::config::Persistence;
use article_widget::app::effect::{LinkRequest, PublishedRequest};
use article_widget::widget::Effect;
use article_widget::{app, manage};

use crate::event_line::event;
use crate::focus_line::{composer, focus, managed_focus};
use crate::host_result_line::{manage_result, thread_result};
use crate::quoted::quoted;
use crate::request_line::{broadcast, request};

/// The line, without its end.
pub fn line(effect: &Effect) -> String {
    match effect {
        Effect::App(effect) => line_of_thread(effect),
        Effect::Manage(effect) => line_of_manage(effect),
        Effect::Put { key, value } => format!("local put {} {}", quoted(key), quoted(value)),
        Effect::Fetch(part) => format!("fetch part {part:?}").to_lowercase(),
        Effect::Refuse(ticket) => format!("reply {ticket} no-code"),
    }
}

fn line_of_thread(effect: &app::Effect) -> String {
    use app::Effect;
    match effect {
        // What one program of a page says to the other is asked of nobody else.
        Effect::ToManage(_) => unreachable!("it was handed over"),
        Effect::Store(asked) => request(asked),
        Effect::Broadcast(told) => broadcast(told),
        Effect::ReadPreferences => "read preferences".to_owned(),
        Effect::KeepIn(keeping) => format!("keep in {}", kept_in(*keeping)),
        Effect::KeepName(name) => format!("keep name {}", quoted(name)),
        Effect::KeepSort(sort) => format!("keep sort {}", sort.as_str()),
        Effect::KeepFolds { folded, .. } => {
            let ids: Vec<String> = folded.iter().map(ToString::to_string).collect();
            format!("keep folded {}", quoted(&ids.join(" ")))
        }
        Effect::ReadFolds(_) => "read folded".to_owned(),
        Effect::KeepSeen { seen, .. } => format!("keep seen {}", quoted(seen)),
        Effect::ReadSeen(_) => "read seen".to_owned(),
        Effect::KeepAuthor(id) => format!("keep author {}", quoted(id.as_str())),
        Effect::TellSevenDaysOnce => "ask seven-days".to_owned(),
        Effect::DrawAuthor => "draw author".to_owned(),
        Effect::Continue => "continue".to_owned(),
        Effect::DrawMore => "draw more".to_owned(),
        Effect::WatchNew => "watch new".to_owned(),
        Effect::GoOnSearching => "search on".to_owned(),
        Effect::MarkFound(words) => format!("mark words {}", quoted(&words.join(" "))),
        Effect::ShowRow(id) => format!("scroll to {id}"),
        Effect::FetchSearch => "fetch search".to_owned(),
        Effect::WatchGaps => "watch gaps".to_owned(),
        Effect::MeasureUsage => "measure room".to_owned(),
        Effect::AskToPersist => "ask to-persist may-prompt=false".to_owned(),
        Effect::FetchArticle { src, .. } => format!("fetch article {}", quoted(src)),
        Effect::FetchHistory => "fetch history".to_owned(),
        Effect::FetchNames => "fetch names".to_owned(),
        Effect::FetchLetter => "fetch letter".to_owned(),
        Effect::Published(PublishedRequest::Fetch { address, .. }) => format!("fetch published {}", quoted(address)),
        Effect::Published(PublishedRequest::More) => "fetch published more".to_owned(),
        Effect::Published(PublishedRequest::Stop) => "fetch published stop".to_owned(),
        Effect::WakeAfter(millis) => format!("wake after {millis}"),
        Effect::AskSelection(id) => format!("ask selection {id}"),
        Effect::FillComposer { composer: id, text } => format!("fill {} {}", composer(*id), quoted(text)),
        Effect::CopyText(text) => format!("copy {}", quoted(text)),
        Effect::Link(LinkRequest::Look) => "look which comment the address names".to_owned(),
        Effect::Link(LinkRequest::Found(id)) => format!("found named {id}"),
        Effect::Link(LinkRequest::Absent(id)) => format!("absent named {id}"),
        Effect::Link(LinkRequest::Copy(id)) => format!("copy link {id}"),
        Effect::KeepScroll => "mark place".to_owned(),
        Effect::RestoreScroll => "return to-place".to_owned(),
        Effect::SaveFile { name, text } => format!("save file {} {}", quoted(name), quoted(text)),
        Effect::OfferUndo { undo, redo } => format!("offer undo={undo} redo={redo}"),
        Effect::WarnBeforeLeaving(armed) => format!("warn before-leaving {armed}"),
        Effect::Focus(target) => format!("focus {}", focus(*target)),
        Effect::Settle { ticket, result } => format!("reply {ticket} {}", thread_result(*result)),
        Effect::DispatchEvent { thread, event: told } => format!("page {} {}", quoted(thread.as_str()), event(told)),
        Effect::Warn(message) => format!("console {}", quoted(message)),
    }
}

fn line_of_manage(effect: &manage::Effect) -> String {
    use manage::Effect;
    match effect {
        Effect::ToThread(_) => unreachable!("it was handed over"),
        Effect::Store(asked) => request(asked),
        Effect::Broadcast(told) => broadcast(told),
        Effect::ReadEverything(_) => "read everything".to_owned(),
        Effect::ForgetPreferences => "forget preferences".to_owned(),
        Effect::ReadChosenFile => "read chosen-file".to_owned(),
        Effect::Continue(_) => "continue".to_owned(),
        Effect::AskToPersist => "ask to-persist may-prompt=true".to_owned(),
        Effect::WakeAfter(millis) => format!("wake after {millis}"),
        Effect::CopyText(text) => format!("copy {}", quoted(text)),
        Effect::SaveFile { name, text } => format!("save file {} {}", quoted(name), quoted(text)),
        Effect::Focus(target) => format!("focus {}", managed_focus(*target)),
        Effect::Settle { ticket, result } => format!("reply {ticket} {}", manage_result(result)),
    }
}

fn kept_in(persistence: Persistence) -> &'static str {
    match persistence {
        Persistence::Browser => "browser",
        Persistence::Session => "session",
        Persistence::Nowhere => "none",
    }
}

/// What one message made the program ask for: a line that names the page, and one for each effect, each with its end. The lines are
/// not numbered: one more of them would make all the rest differ.
pub fn lines(page: &str, effects: &[Effect]) -> String {
    let mut lines = format!("# {page}\n");
    for effect in effects {
        lines.push_str(&line(effect));
        lines.push('\n');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::FocusTarget;
    use article_widget::app::composers::ComposerId;
    use article_widget::app::host_event::HostEvent;
    use article_widget::domain::operation_id::{Actor, Lamport, OperationId};
    use article_widget::domain::thread_id::ThreadId;
    use article_widget::domain::timestamp::Timestamp;
    use article_widget::manage::host_call::HostResult;
    use article_widget::store::copy::request::{Broadcast, CopyId, Found, Request};
    use article_widget::store::format::stored_text::StoredText;

    const ID: OperationId = OperationId { lamport: Lamport::MAX, actor: Actor(1) };

    #[test]
    fn each_thing_that_is_asked_for_has_its_line() {
        let thread = ThreadId::explicit("a").unwrap();
        let (key, value) = ("k 1".to_owned(), "v\n");
        let keys = vec!["k".to_owned(), "l".to_owned()];
        let posted = HostEvent::Posted {
            id: ID,
            parent: None,
            name: Some("Ann".to_owned()),
            body: "Hi\n".to_owned(),
            at: Timestamp::unix_epoch(),
        };
        let effects: [Effect; 11] = [
            app::Effect::Store(Request::List { copy: CopyId::Mirror, thread: thread.key() }).into(),
            app::Effect::Store(Request::Fetch { copy: CopyId::Primary, thread: thread.key(), keys: keys.clone() })
                .into(),
            app::Effect::Store(Request::Write { copy: CopyId::Primary, key: key.clone(), value: value.into() }).into(),
            app::Effect::Store(Request::Check { key: key.clone(), value: value.into() }).into(),
            app::Effect::Store(Request::Remove { copy: CopyId::Mirror, thread: thread.key(), keys }).into(),
            app::Effect::Broadcast(Broadcast::Record(Found { key, value: StoredText::Units(vec![0xd800]) })).into(),
            app::Effect::Broadcast(Broadcast::AskDrafts(thread.key())).into(),
            app::Effect::Focus(FocusTarget::Name(ComposerId::Edit(ID))).into(),
            app::Effect::DispatchEvent { thread, event: posted }.into(),
            manage::Effect::Settle { ticket: 3, result: HostResult::Done { written: 2, left_out: 1 } }.into(),
            app::Effect::WakeAfter(1_000).into(),
        ];
        let expected = r##"# page 2
mirror list auous9i303r4c
local fetch "k" "l"
local write "k 1" "v\n"
local check "k 1" "v\n"
mirror remove "k" "l"
tell record "k 1" units:d800
tell ask-drafts auous9i303r4c
focus name of edit-box vvvvvvvvv0000000000001
page "a" comment-posted id=vvvvvvvvv0000000000001 parent=null name="Ann" body="Hi\n" at=0
reply 3 imported written=2 leftOut=1
wake after 1000
"##;
        assert_eq!(lines("page 2", &effects), expected);
    }
}

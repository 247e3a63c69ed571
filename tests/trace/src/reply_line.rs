//! What a page's script is answered: what its promise is kept with, or why it is refused.

use article_widget::app::request;
use article_widget::manage::import::Shown;
use article_widget::manage::requests::Reply;
use article_widget::store::file::file_contents::{FileError, RefusalReason};

use crate::quoted::quoted;

/// An answer of the thread's.
pub(crate) fn reply_of_thread(reply: request::Reply) -> String {
    match reply {
        request::Reply::Cleared => "cleared".to_owned(),
        request::Reply::Obeyed => "obeyed".to_owned(),
        request::Reply::Closed => "refused closed".to_owned(),
    }
}

/// An answer of "Your comments".
pub(crate) fn reply(reply: &Reply) -> String {
    match reply {
        Reply::File(text) => format!("file {}", quoted(text)),
        Reply::Preview(shown) => format!("preview {}", preview(shown)),
        Reply::Done { written, left_out } => format!("imported written={written} leftOut={left_out}"),
        Reply::Refused(error) => format!("refused {}", refusal(*error)),
        Reply::Failed => "refused failed".to_owned(),
    }
}

/// The fields of a preview, in the order of `src/browser/requests.rs`.
fn preview(shown: &Shown) -> String {
    let (kind, whole) = (shown.file.kind.as_str(), shown.file.whole);
    let (new, already, over_room) = (shown.new_records(), shown.already(), shown.over_room());
    let refused = shown.threads.iter().flat_map(|thread| &thread.preview.refused).chain(&shown.file.refused);
    let refused: String = refused.map(|one| format!(" {}:{}", one.line, code(one.reason))).collect();
    format!("kind={kind} whole={whole} new={new} already={already} overRoom={over_room} refused:{refused}")
}

fn refusal(error: FileError) -> String {
    match error {
        FileError::TooLarge => "too-large".to_owned(),
        FileError::TooManyLines => "too-many-lines".to_owned(),
        FileError::NoHeader => "no-header".to_owned(),
        FileError::Newer(version) => format!("newer {version}"),
    }
}

fn code(reason: RefusalReason) -> &'static str {
    match reason {
        RefusalReason::NotJson => "not-json",
        RefusalReason::TooDeep => "too-deep",
        RefusalReason::UnknownLine => "unknown-line",
        RefusalReason::NoThread => "no-thread",
        RefusalReason::WrongKind => "wrong-kind",
        RefusalReason::Damaged => "damaged",
        RefusalReason::Unreadable => "unreadable",
        RefusalReason::TooLong => "too-long",
        RefusalReason::UnknownKey => "unknown-key",
        RefusalReason::OtherThread => "other-thread",
        RefusalReason::OtherWords => "other-words",
        RefusalReason::Erased => "erased",
        RefusalReason::EpochDeleted => "deleted",
        RefusalReason::BeyondReason => "beyond-reason",
        RefusalReason::OnlyOnesOwn => "only-ones-own",
        RefusalReason::WouldTakeAway => "would-take-away",
    }
}

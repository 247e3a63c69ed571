//! What a call of a page's script comes to: what its promise is kept with, or why it is refused.

use article_widget::app::host_call;
use article_widget::manage::host_call::HostResult;
use article_widget::manage::import::ImportPreview;
use article_widget::store::file::file_contents::{FileError, RefusalReason};

use crate::quoted::quoted;

/// A result of the thread's.
pub(crate) fn thread_result(result: host_call::HostResult) -> String {
    match result {
        host_call::HostResult::Cleared => "cleared".to_owned(),
        host_call::HostResult::Done => "obeyed".to_owned(),
        host_call::HostResult::Closed => "refused closed".to_owned(),
    }
}

/// A result of "Your comments".
pub(crate) fn manage_result(result: &HostResult) -> String {
    match result {
        HostResult::File(text) => format!("file {}", quoted(text)),
        HostResult::Preview(shown) => format!("preview {}", preview(shown)),
        HostResult::Done { written, left_out } => format!("imported written={written} leftOut={left_out}"),
        HostResult::Refused(error) => format!("refused {}", refusal(*error)),
        HostResult::Failed => "refused failed".to_owned(),
    }
}

/// The fields of a preview, in the order of `src/browser/host_calls.rs`.
fn preview(shown: &ImportPreview) -> String {
    let (kind, whole) = (shown.file.kind.as_str(), shown.file.whole);
    let (new, already, over_quota) = (shown.new_records(), shown.already(), shown.over_quota());
    let refused = shown.threads.iter().flat_map(|thread| &thread.preview.refused).chain(&shown.file.refused);
    let refused: String = refused.map(|one| format!(" {}:{}", one.line, code(one.reason))).collect();
    format!("kind={kind} whole={whole} new={new} already={already} overRoom={over_quota} refused:{refused}")
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

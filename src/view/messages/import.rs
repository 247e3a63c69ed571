//! Every message a reader sees about a file that they import.

use yew::AttrValue;

use super::message::{Message, messages};
use super::number::grouped;
use crate::domain::messages::Messages;
use crate::manage::import::Progress;
use crate::manage::unsaved::AT_ONCE;
use crate::store::file::file_contents::{FileError, RefusalReason};

messages! {
    CHOOSE = "import-choose": "Import a file…";
    READING = "import-reading": "Reading the file";
    COMPARING = "import-comparing": "Comparing with what is here";
    IMPORTING = "import-writing": "Importing";
    BEGUN = "import-begun": "{action}…";
    PROGRESS = "import-progress": "{action}… {done} of {all}";
    STOP = "import-stop": "Stop";
    NEW = "import-new": "New";
    ALREADY = "import-already": "Already here";
    REFUSED = "import-refused": "Refused";
    NOT_WHOLE = "import-not-complete": "This file is not complete: part of it is missing or was changed. What can be read is below.";
    NOTHING_NEW = "import-nothing-new": "There is nothing new in this file.";
    NEW_HERE = "import-new-count": "{count} new";
    WHOSE = "import-whose": "Whose comments are these?";
    SOMEBODYS = "import-somebodys": "Somebody’s comments";
    SOMEBODYS_NOTE = "import-somebodys-note": "They are shown beside yours. You cannot edit them.";
    MY_OWN = "import-own": "My own, restore them";
    MY_OWN_NOTE = "import-own-note": "They become yours again, to edit and delete, drafts too.";
    IMPORT = "import": "Import";
    RESTORE_QUESTION = "import-own-question": "Restore {count} entry as your own? This cannot be undone as a whole." | "Restore {count} entries as your own? This cannot be undone as a whole.";
    DONE = "import-done": "Imported {count} entry." | "Imported {count} entries.";
    RESTORED = "import-own-done": "They are yours again.";
    LEFT_OUT = "import-left-out": "{count} entry was not written: there was no room, you stopped, or it was deleted meanwhile. To add it, import the same file again." | "{count} entries were not written: there was no room, you stopped, or it was deleted meanwhile. To add them, import the same file again.";
    UNDO = "import-undo": "Undo the import";

    OVER_QUOTA = "unsaved-count": "{count} entry finds no room and will not be imported." | "{count} entries find no room and will not be imported.";
    SHOW = "unsaved-show": "Show it without saving" | "Show them without saving";
    HIDE = "unsaved-hide": "Hide it" | "Hide them";
    MORE = "unsaved-more": "Show {count} more";
    REST = "unsaved-rest": "Show the rest";
    UNSAVED = "unsaved": "Not saved";
    UNSAVED_NOTE = "unsaved-note": "These are not saved. They are gone once you import, or close this import, the panel or the page. Your file still has them.";
    EDIT = "unsaved-edit": "edit of a comment";
    ELSEWHERE = "unsaved-in": "in {title}";
    NOT_LISTED = "unsaved-not-listed": "{count} entry is not listed: deletions and what they hide, drafts, and what has no text or cannot be read." | "{count} entries are not listed: deletions and what they hide, drafts, and what has no text or cannot be read.";

    REASONS = "refused": "Why some lines are refused";
    LINE = "refused-line": "Line {line}: {reason}";
    NOT_JSON = "refused-not-json": "it is damaged or cut off.";
    TOO_DEEP = "refused-too-deep": "it is nested too deeply.";
    UNKNOWN_LINE = "refused-unknown-line": "it is nothing that such a file holds.";
    NO_THREAD = "refused-no-thread": "it does not say to which discussion it belongs.";
    WRONG_KIND = "refused-wrong-kind": "it belongs into another kind of file.";
    DAMAGED = "refused-damaged": "its checksum is wrong.";
    UNREADABLE = "refused-unreadable": "something in it is missing or wrong.";
    TOO_LONG = "refused-too-long": "it is longer than any comment.";
    UNKNOWN_KEY = "refused-unknown-key": "its key is not known.";
    OTHER_THREAD = "refused-other-thread": "it belongs to another discussion.";
    OTHER_WORDS = "refused-other-words": "something else is kept in its place, and stays.";
    ERASED = "refused-erased": "you erased it here.";
    EPOCH = "refused-deleted": "you deleted everything it belonged to.";
    BEYOND_REASON = "refused-beyond-reason": "its number cannot be right.";
    ONLY_ONES_OWN = "refused-only-ones-own": "it means something only to whoever made the file.";
    WOULD_TAKE_AWAY = "refused-would-take-away": "it would take away what is kept here.";

    TOO_LARGE = "import-too-large": "This file is larger than 20 MB. Nothing was imported.";
    TOO_MANY_LINES = "import-too-many-lines": "This file has more than 100,000 lines. Nothing was imported.";
    NO_HEADER = "import-not-comments": "This is not a file of comments. Nothing was imported.";
    NEWER = "import-newer": "A later version of this page’s comments made this file. Nothing was imported.";
}

/// What is being done with a file, and how far it is.
pub fn progress(messages: &Messages, doing: &str, progress: Progress) -> AttrValue {
    let message = if progress.all == 0 { BEGUN } else { PROGRESS };
    let (done, all) = (grouped(messages, progress.done), grouped(messages, progress.all));
    message.with(messages, &[("action", doing), ("done", &done), ("all", &all)])
}

/// The label of the button for more of the texts that find no space, of which so many are left.
pub fn more_unsaved(messages: &Messages, left: usize) -> AttrValue {
    if left > AT_ONCE { MORE.count(messages, AT_ONCE) } else { REST.say(messages) }
}

/// Which line of a file is not taken, and why.
pub fn refused(messages: &Messages, line: usize, reason: RefusalReason) -> AttrValue {
    LINE.with(messages, &[("line", &grouped(messages, line)), ("reason", &because(reason).say(messages))])
}

fn because(reason: RefusalReason) -> &'static Message {
    match reason {
        RefusalReason::NotJson => NOT_JSON,
        RefusalReason::TooDeep => TOO_DEEP,
        RefusalReason::UnknownLine => UNKNOWN_LINE,
        RefusalReason::NoThread => NO_THREAD,
        RefusalReason::WrongKind => WRONG_KIND,
        RefusalReason::Damaged => DAMAGED,
        RefusalReason::Unreadable => UNREADABLE,
        RefusalReason::TooLong => TOO_LONG,
        RefusalReason::UnknownKey => UNKNOWN_KEY,
        RefusalReason::OtherThread => OTHER_THREAD,
        RefusalReason::OtherWords => OTHER_WORDS,
        RefusalReason::Erased => ERASED,
        RefusalReason::EpochDeleted => EPOCH,
        RefusalReason::BeyondReason => BEYOND_REASON,
        RefusalReason::OnlyOnesOwn => ONLY_ONES_OWN,
        RefusalReason::WouldTakeAway => WOULD_TAKE_AWAY,
    }
}

/// Why a file cannot be imported at all.
pub fn file_error(error: FileError) -> &'static Message {
    match error {
        FileError::TooLarge => TOO_LARGE,
        FileError::TooManyLines => TOO_MANY_LINES,
        FileError::NoHeader => NO_HEADER,
        FileError::Newer(_) => NEWER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_for_more_says_how_many() {
        let english = Messages::default();
        assert_eq!([50, 51].map(|left| more_unsaved(&english, left)), ["Show the rest", "Show 50 more"]);
        assert!(more_unsaved(&english, usize::MAX).contains(&AT_ONCE.to_string()));
    }

    #[test]
    fn one_of_anything_is_singular() {
        let english = Messages::default();
        assert_eq!(OVER_QUOTA.count(&english, 1), "1 entry finds no room and will not be imported.");
        assert_eq!([SHOW, HIDE].map(|it| it.of(&english, 1).to_string()), ["Show it without saving", "Hide it"]);
        assert!(NOT_LISTED.count(&english, 1).starts_with("1 entry is not listed"));
    }
}

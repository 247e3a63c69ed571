//! Every message a reader sees around the thread. (Those of its parts stand in the other files of this folder.)

use super::comment::KEPT;
use super::message::{Message, messages};
use crate::app::config::Persistence;
use crate::domain::sort::Sort;
use crate::port::announced::Announced;
use crate::replica::Storage;

messages! {
    COUNT = "heading": "{count} Comment" | "{count} Comments";
    SORT = "sort": "Order of the comments";
    OLDEST = "sort-oldest": "Oldest first";
    NEWEST = "sort-newest": "Newest first";
    TOP = "sort-top": "Most reactions first";
    EMPTY = "empty": "Be the first to say something.";
    CLOSED = "closed": "This discussion is closed.";
    CLOSED_EMPTY = "closed-empty": "Nobody has said anything.";
    EARLIER = "show-earlier": "Show earlier comments";
    LATER = "show-later": "Show more comments";
    LEFT = "show-left": "{action} ({count})";
    NOT_PRINTED = "not-printed": "{count} more comment is not printed." | "{count} more comments are not printed.";

    ONLY_BROWSER = "place": "Only in this browser.";
    ONLY_TAB = "place-tab": "Only in this tab.";
    WHERE_QUESTION = "place-question": "What does that mean?";
    WHERE_ANSWER = "place-answer": "Your comments are kept by this browser on this device, for this site. Nobody else can see them unless you give them away; nothing is sent by itself. Clearing the browser's data for this site deletes them.";
    WHERE_ANSWER_TAB = "place-answer-tab": "Your comments are kept in this tab, for this site, and are gone when you close it. Nobody else can see them unless you give them away; nothing is sent by itself.";

    BLOCKED_WANTED = "storage-none": "This page keeps no comments. What you write stays only until you close it.";
    BLOCKED = "storage-blocked": "This browser does not let this page keep anything. What you write stays only until you close the page.";
    UNREADABLE_ALL = "storage-unreadable": "The comments kept in this browser could not be read. They are left as they are.";
    KEY_COLLISION = "storage-occupied": "Another discussion already has this one's place in this browser. What you write here stays only until you close the page.";
    FULL = "storage-full": "This browser has no room left for this site. The last change stays only until you close the page.";
    TAKE_ALONG = "take-along": "Take your comments with you";
    UNREADABLE = "unreadable": "{count} entry kept for this discussion cannot be read. It is left as it is." | "{count} entries kept for this discussion cannot be read. They are left as they are.";
    HEALED = "healed": "{count} comment of yours has been restored: this browser's first copy was gone, the second was not." | "{count} comments of yours have been restored: this browser's first copy was gone, the second was not.";
    LINK_MISSED = "link-missed": "The comment that this page's address names is not here. It may have been deleted, or be kept only in the browser that it was written in.";

    PART_COMING = "part-loading": "Loading…";
    PART_MISSING = "part-missing": "What is needed for this could not be loaded.";
    ENGINE_MISSING = "engine-missing": "Comments can be read here but not written: part of what is needed could not be loaded.";

    THOUSANDS_APART = "thousands-separator": ",";
    DECIMAL_POINT = "decimal-separator": ".";

    SAY_POSTED = "say-posted": "Comment posted. Saving…";
    SAY_SAVED = "say-saved": "Saved in this browser.";
    SAY_KEPT_TAB = "say-kept-tab": "Kept until you close this tab.";
    SAY_AT_RISK = "say-at-risk": "Not saved yet. Your text is still here. You can copy or download it.";
    SAY_ERASED = "say-erased": "Comment erased.";
    SAY_DELETED_EVERYTHING = "say-deleted-everything": "Everything there is deleted.";
    SAY_DELETED_IN_PART = "say-deleted-in-part": "Not finished: one of this browser's two copies could not be read. Try again.";
    SAY_NOT_DELETED = "say-not-deleted": "Not everything could be deleted yet. Keep this page open: it is tried again.";
    SAY_FILE_READY = "say-file-ready": "Your file is ready.";
    SAY_FILE_IN_PART = "say-file-in-part": "Your file is ready, but one of this browser's two copies could not be read.";
    SAY_FILE_BROKEN = "say-file-broken": "The file could not be made.";
    SAY_IMPORTED = "say-imported": "Import finished.";
    SAY_UNDID_IMPORT = "say-undid-import": "Import undone.";
    SAY_SENT = "say-sent": "Marked as sent to the author.";
    SAY_COPIED = "say-copied": "Copied.";
    SAY_NOT_COPIED = "say-not-copied": "This browser did not let the text be copied. You can download it.";
    SAY_COPIED_LINK = "say-link-copied": "Link copied.";
    SAY_NOT_COPIED_LINK = "say-link-not-copied": "This browser did not let the link be copied.";
    SAY_POSTED_IN_MEMORY = "say-posted-in-memory": "Comment posted. It stays until you close the page.";
    SAY_EDITED = "say-edited": "Comment updated.";
    SAY_DELETED = "say-deleted": "Comment deleted. You can undo this.";
    SAY_RESTORED = "say-restored": "Comment restored.";
    SAY_UNDID_POST = "say-undid-post": "Posting undone: the comment is deleted. You can redo this.";
    SAY_UNDID_EDIT = "say-undid-edit": "Edit undone: the text before is back. You can redo this.";
    SAY_OVERTAKEN = "say-not-undone": "Left as it is: this comment was changed elsewhere since.";
    SAY_ARRIVED = "say-arrived": "A new comment has arrived.";
}

/// What the reader should know of the browser's storage; `None` while it works.
pub fn storage(storage: Storage, persistence: Persistence) -> Option<&'static Message> {
    match storage {
        Storage::Working => None,
        Storage::Blocked if persistence == Persistence::Nowhere => Some(BLOCKED_WANTED),
        Storage::Blocked => Some(BLOCKED),
        Storage::Unreadable => Some(UNREADABLE_ALL),
        Storage::KeyCollision => Some(KEY_COLLISION),
        Storage::Full => Some(FULL),
    }
}

/// What screen readers say of what has happened.
pub fn announced(what: Announced, persistence: Persistence) -> &'static Message {
    match what {
        Announced::Posted => SAY_POSTED,
        Announced::Saved => SAY_SAVED,
        Announced::Kept if persistence == Persistence::Session => SAY_KEPT_TAB,
        Announced::Kept => KEPT,
        Announced::AtRisk => SAY_AT_RISK,
        Announced::Erased => SAY_ERASED,
        Announced::DeletedEverything => SAY_DELETED_EVERYTHING,
        Announced::DeletedInPart => SAY_DELETED_IN_PART,
        Announced::NotDeleted => SAY_NOT_DELETED,
        Announced::FileReady => SAY_FILE_READY,
        Announced::FileInPart => SAY_FILE_IN_PART,
        Announced::FileBroken => SAY_FILE_BROKEN,
        Announced::Imported => SAY_IMPORTED,
        Announced::UndidImport => SAY_UNDID_IMPORT,
        Announced::Sent => SAY_SENT,
        Announced::Copied => SAY_COPIED,
        Announced::NotCopied => SAY_NOT_COPIED,
        Announced::CopiedLink => SAY_COPIED_LINK,
        Announced::NotCopiedLink => SAY_NOT_COPIED_LINK,
        Announced::MissedLink => LINK_MISSED,
        Announced::PostedInMemory => SAY_POSTED_IN_MEMORY,
        Announced::UndidPost => SAY_UNDID_POST,
        Announced::UndidEdit => SAY_UNDID_EDIT,
        Announced::Overtaken => SAY_OVERTAKEN,
        Announced::Edited => SAY_EDITED,
        Announced::Deleted => SAY_DELETED,
        Announced::Restored => SAY_RESTORED,
        Announced::Arrived => SAY_ARRIVED,
    }
}

/// Under the composer: where comments are kept, and what that means. Nothing where they are not kept.
pub fn place(persistence: Persistence) -> Option<(&'static Message, &'static Message)> {
    match persistence {
        Persistence::Browser => Some((ONLY_BROWSER, WHERE_ANSWER)),
        Persistence::Session => Some((ONLY_TAB, WHERE_ANSWER_TAB)),
        Persistence::Nowhere => None,
    }
}

/// The name of an order of the list.
pub fn sort(sort: Sort) -> &'static Message {
    match sort {
        Sort::Oldest => OLDEST,
        Sort::Newest => NEWEST,
        Sort::Top => TOP,
    }
}

/// The beginning of a text, to tell it from others.
pub fn beginning(text: &str) -> String {
    let mut beginning: String = text.chars().take(200).collect();
    if beginning.len() < text.len() {
        beginning.push('…');
    }
    beginning
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::messages::Messages;

    #[test]
    fn the_heading_counts_as_people_do() {
        let count = |number| COUNT.count(&Messages::default(), number);
        assert_eq!(count(0), "0 Comments");
        assert_eq!(count(1), "1 Comment");
        assert_eq!(count(999), "999 Comments");
        assert_eq!(count(1234), "1,234 Comments");
        assert_eq!(count(1_234_567), "1,234,567 Comments");
    }
}

//! The words on buttons that stand in several places.

use super::message::messages;

messages! {
    CANCEL = "cancel": "Cancel";
    CLOSE = "close": "Close";
    COPY_ADDRESS = "copy-link": "Copy link";
    COPIED_ADDRESS = "link-copied": "Link copied";
    COPY_INSTEAD = "copy-instead": "Copy instead";
    DELETE = "delete": "Delete";
    DOWNLOAD = "download": "Download";
    EDIT_YOURS = "edit-yours": "Edit your comment";
    ERASE = "erase": "Erase";
    KEEP = "keep": "Keep it";
    NOT_NOW = "not-now": "Not now";
    REDO = "redo": "Redo";
    REPLY_TO = "reply-to": "Reply to {name}";
    RESTORE = "restore": "Restore";
    TRY_AGAIN = "try-again": "Try again";
    UNDO = "undo": "Undo";
}

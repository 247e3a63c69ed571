//! What is said beside a comment of what was done to it here last.

use super::message::messages;

messages! {
    POSTED = "done-post": "Comment posted.";
    EDITED = "done-edit": "Comment edited.";
    RESTORED = "done-restore": "Comment restored.";
    POST_UNDONE = "undone-post": "Posting undone.";
    EDIT_UNDONE = "undone-edit": "Edit undone.";
    DELETION_UNDONE = "undone-delete": "Deletion undone.";
    RESTORING_UNDONE = "undone-restore": "Restoring undone.";
    OVERTAKEN = "not-undone": "Left as it is: it was changed elsewhere since.";
}

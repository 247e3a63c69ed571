//! Every message a reader sees in the panel "Your comments", but for files and imports.

use yew::AttrValue;

use super::message::{Message, messages};
use crate::domain::messages::Messages;
use crate::store::copy::quota::QuotaState;
use crate::store::format::thread_name::ThreadName;

messages! {
    TITLE = "panel": "Your comments";
    ABOUT = "panel-about": "{action}: {what}";
    SEVEN_DAYS = "panel-seven-days": "This browser removes what a site keeps if you do not come back for seven days. To keep your comments longer, download a backup.";

    ROOM = "room": "Room in this browser";
    COUNTING = "room-counting": "Looking through what is kept…";
    METER = "room-meter": "{comments} used by comments, {others} by the rest of this site, {free} free";
    METER_OURS = "room-comments": "Comments";
    METER_OTHERS = "room-others": "Rest of this site";
    METER_FREE = "room-free": "Free for comments";
    AMPLE = "room-ample": "There is room for more.";
    LOW = "room-low": "Room is getting short. When it ends, new comments and edits are refused; deleting, erasing and files always work.";
    NONE_LEFT = "room-full": "There is no room left. New comments and edits are refused, so that none is lost; deleting, erasing and files always work.";

    HERE = "here": "This discussion";
    DELETE_HERE = "here-delete": "Delete everything here…";
    DELETE_HERE_YES = "here-delete-yes": "Delete everything here";
    DELETE_HERE_QUESTION = "here-delete-question": "Delete everything here: {count} comment, drafts and imports, in every tab? Files you have downloaded stay. This cannot be undone." | "Delete everything here: {count} comments, drafts and imports, in every tab? Files you have downloaded stay. This cannot be undone.";
    SET_ASIDE = "here-set-aside": "{count} imported entry is kept and not shown: something else stands in its place, or its number cannot be right." | "{count} imported entries are kept and not shown: something else stands in their place, or their number cannot be right.";

    DELETED = "deleted-comments": "Deleted by you";
    DELETED_NOTE = "deleted-note": "Hidden here, and kept until you erase them.";
    ERASE = "deleted-erase": "Erase…";

    IMPORTS = "imports": "Imported into this discussion";
    ENTRIES = "imports-entries": "{count} entry" | "{count} entries";

    THREADS = "discussions": "Discussions on this site";
    NO_THREADS = "discussions-none": "Nothing is kept here yet.";
    UNNAMED_FILE = "import-unnamed": "A file without a name";
    NAMELESS = "discussion-untitled": "A discussion without a title";
    THIS_ONE = "discussion-this": "this discussion";
    COMMENTS = "discussion-comments": "{count} comment" | "{count} comments";
    DELETE_THREAD = "discussion-delete": "Delete…";
    DELETE_THREAD_QUESTION = "discussion-delete-question": "Delete everything in “{title}”: {count} comment, drafts and imports? This cannot be undone." | "Delete everything in “{title}”: {count} comments, drafts and imports? This cannot be undone.";

    EVERYTHING = "everything": "Everything on this site";
    BACKUP_ALL = "everything-backup": "Back up everything";
    PUBLISH_ALL = "everything-for-others": "Everything for others";
    PERSIST = "everything-persist": "Ask this browser to keep it";
    ASKED = "everything-asked": "Asked. Whether it agrees is up to this browser.";
    UNFINISHED = "everything-unfinished": "Not finished: one of this browser's two copies could not be read, and may still hold what was to be deleted. Delete it again.";
    FORGET = "forget": "Forget me here…";
    FORGET_YES = "forget-yes": "Forget me here";
    FORGET_QUESTION = "forget-question": "Delete all your comments, drafts and imports in every discussion on this site, and forget your name? Files you have downloaded stay. This cannot be undone.";
}

/// What the state of the quota means for the reader.
pub fn quota(state: QuotaState) -> &'static Message {
    match state {
        QuotaState::Ample => AMPLE,
        QuotaState::Low => LOW,
        QuotaState::Full => NONE_LEFT,
    }
}

/// What a thread is called: its title, or else its address.
pub fn thread(messages: &Messages, name: Option<&ThreadName>) -> AttrValue {
    let texts = name.map(|name| [&name.title, &name.url].map(|text| text.trim()));
    let known = texts.into_iter().flatten().find(|text| !text.is_empty());
    known.map_or_else(|| NAMELESS.say(messages), |text| AttrValue::from(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::thread_id::ThreadId;

    #[test]
    fn a_thread_is_called_by_its_title_or_its_address() {
        let (id, english) = (ThreadId::explicit("a").unwrap(), Messages::default());
        let called = |title: &str, url: &str| thread(&english, Some(&ThreadName::new(&id, title, url))).to_string();
        assert_eq!(called("A title", "https://a.example/"), "A title");
        assert_eq!(called(" ", "https://a.example/"), "https://a.example/");
        assert_eq!(called("", ""), NAMELESS.english());
        assert_eq!(thread(&english, None), NAMELESS.english());
    }

    #[test]
    fn one_of_anything_is_singular() {
        let english = Messages::default();
        assert_eq!(ENTRIES.count(&english, 2), "2 entries");
        assert_eq!(COMMENTS.count(&english, 1), "1 comment");
    }
}

//! Every message a reader sees about the files they take along.

use yew::AttrValue;

use super::message::messages;
use super::thread::DECIMAL_POINT;
use crate::domain::messages::Messages;
use crate::store::file::thread_file::FileKind;

messages! {
    BACKUP = "file-backup": "Back up";
    PUBLISH = "file-for-others": "File for others";
    FILES = "file-note": "A backup holds everything of yours, drafts and earlier versions too. The file for others holds only what this page shows. Nothing is sent anywhere.";
    ONLY_FILE = "file-note-not-kept": "Nothing of this discussion is kept once you leave. The file holds what this page shows; it can be imported later.";
    YOURS = "file": "Your file";
    OFFER_BACKUP = "file-has-backup": "A backup with {count} comment." | "A backup with {count} comments.";
    OFFER_PUBLICATION = "file-has-for-others": "A file for others with {count} comment." | "A file for others with {count} comments.";
    WHOLE = "file-complete": "It was read back and is complete.";
    IN_PART = "file-in-part": "One of this browser's two copies of your comments could not be read: what only that one holds is missing from this file. Take the file, and try again later.";
    BROKEN = "file-broken": "The file could not be made: read again, it was not complete. Nothing was lost here. Try again.";
    CONTENTS = "file-contents": "What is in it";
    MORE = "file-more": "and {count} more";
    SMALL = "size-small": "under 1 KB";
    KILOBYTES = "size-kilobytes": "{size} KB";
    MEGABYTES = "size-megabytes": "{size} MB";
}

/// What kind of file it is, with how many comments, and that it is complete unless it was made `in_part`.
pub fn offer(messages: &Messages, kind: FileKind, comments: usize, in_part: bool) -> AttrValue {
    let what = match kind {
        FileKind::Backup => OFFER_BACKUP,
        FileKind::Publication => OFFER_PUBLICATION,
    };
    let what = what.count(messages, comments);
    if in_part { what } else { format!("{what} {}", WHOLE.say(messages)).into() }
}

/// A size in words. Units, bytes of a file or UTF-16 units of what is kept, are counted in thousands.
pub fn size(messages: &Messages, units: u64) -> AttrValue {
    let (message, size) = match units {
        0 => (KILOBYTES, "0".to_owned()),
        1..1_000 => (SMALL, String::new()),
        1_000..1_000_000 => (KILOBYTES, (units / 1_000).to_string()),
        _ => {
            let tenths = units % 1_000_000 / 100_000;
            (MEGABYTES, format!("{}{}{tenths}", units / 1_000_000, DECIMAL_POINT.say(messages)))
        }
    };
    message.with(messages, &[("size", &size)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_as_people_give_them() {
        let sizes = [0, 1, 999, 1_000, 34_567, 999_999, 1_000_000, 5_242_880];
        let sizes = sizes.map(|units| size(&Messages::default(), units));
        assert_eq!(sizes, ["0 KB", "under 1 KB", "under 1 KB", "1 KB", "34 KB", "999 KB", "1.0 MB", "5.2 MB"]);
    }
}

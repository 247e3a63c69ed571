//! Every sentence a reader sees in the panel "Your comments".

use super::wording::grouped;
use crate::app::import::Progress;
use crate::app::unsaved::AT_ONCE;
use crate::store::file_contents::{FileError, RefusalReason};
use crate::store::room::Room;
use crate::store::thread_file::FileKind;
use crate::store::thread_name::ThreadName;

/// The panel, and the button that opens it.
pub const TITLE: &str = "Your comments";
/// In browsers that forget.
pub const SEVEN_DAYS: &str = "This browser removes what a site keeps if you do not come back for seven days. To keep your comments longer, download a backup.";
/// Above the meter.
pub const ROOM: &str = "Room in this browser";
/// While everything is being counted.
pub const COUNTING: &str = "Looking through what is kept…";
/// Above what concerns the thread that is shown.
pub const HERE: &str = "This discussion";
/// What the two files and the import are for.
pub const FILES: &str = "A backup holds everything of yours, drafts and earlier versions too. The file for others holds only what this page shows. Nothing is sent anywhere.";
/// Where nothing is kept.
pub const ONLY_FILE: &str =
    "Nothing of this discussion is kept once you leave. The file holds what this page shows; it can be imported later.";
/// Above the reader's own deleted comments.
pub const DELETED: &str = "Deleted by you";
/// What deleting means.
pub const DELETED_NOTE: &str = "Hidden here, and kept until you erase them.";
/// Above the imports.
pub const IMPORTS: &str = "Imported into this discussion";
/// Above the threads.
pub const THREADS: &str = "Discussions on this site";
/// Above what concerns everything.
pub const EVERYTHING: &str = "Everything on this site";
/// Where there is nothing.
pub const NO_THREADS: &str = "Nothing is kept here yet.";
/// For a thread that has not said what it is called.
pub const NAMELESS: &str = "A discussion without a title";
/// What is said once the browser was asked to keep what is here.
pub const ASKED: &str = "Asked. Whether it agrees is up to this browser.";
/// What forgetting takes away, and what not.
pub const FORGET_QUESTION: &str = "Delete all your comments, drafts and imports in every discussion on this site, and forget your name? Files you have downloaded stay. This cannot be undone.";
/// A file that could not be made.
pub const BROKEN: &str =
    "The file could not be made: read again, it was not complete. Nothing was lost here. Try again.";
/// Of a backup for which one of the places could not be read.
pub const IN_PART: &str = "One of this browser's two copies of your comments could not be read: what only that one holds is missing from this file. Take the file, and try again later.";
/// Of a deletion for which one of the places could not be read.
pub const UNFINISHED: &str = "Not finished: one of this browser's two copies could not be read, and may still hold what was to be deleted. Delete it again.";
/// Of a file that is not all there.
pub const NOT_WHOLE: &str =
    "This file is not complete: part of it is missing or was changed. What can be read is below.";
/// Of a file with nothing that is not here.
pub const NOTHING_NEW: &str = "There is nothing new in this file.";
/// What is read without being saved.
pub const UNSAVED: &str = "Not saved";
/// What becomes of it.
pub const UNSAVED_NOTE: &str = "These are not saved. They are gone once you import, or close this import, the panel or the page. Your file still has them.";
/// Beside the new text of a comment.
pub const EDIT: &str = "edit of a comment";
/// Above the lines that are not taken.
pub const REASONS: &str = "Why some lines are refused";
/// Above what others will see in a publication.
pub const PUBLISHED: &str = "What is in it";
/// Whose the comments in a backup are.
pub const WHOSE: &str = "Whose comments are these?";
/// Somebody's, and what follows.
pub const SOMEBODYS: (&str, &str) = ("Somebody’s comments", "They are shown beside yours. You cannot edit them.");
/// The reader's own, and what follows.
pub const MY_OWN: (&str, &str) = ("My own, restore them", "They become yours again, to edit and delete, drafts too.");
/// After a restoring, which has no undo.
pub const RESTORED: &str = " They are yours again.";

/// What a number of things is called.
fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// "12 comments".
pub fn comments(number: usize) -> String {
    counted(number, "comment", "comments")
}

/// "12 entries": comments and what was done to them.
pub fn entries(number: usize) -> String {
    counted(number, "entry", "entries")
}

/// The size of so many units, as people give it.
pub fn size(units: u64) -> String {
    match units {
        0 => "0 KB".to_owned(),
        1..1_000 => "under 1 KB".to_owned(),
        1_000..1_000_000 => format!("{} KB", units / 1_000),
        _ => format!("{}.{} MB", units / 1_000_000, units % 1_000_000 / 100_000),
    }
}

/// What the room there is means for the reader.
pub fn room(room: Room) -> &'static str {
    match room {
        Room::Ample => "There is room for more.",
        Room::Low => {
            "Room is getting short. When it ends, new comments and edits are refused; deleting, erasing and files always work."
        }
        Room::Full => {
            "There is no room left. New comments and edits are refused, so that none is lost; deleting, erasing and files always work."
        }
    }
}

/// The meter in words.
pub fn meter(ours: u64, others: u64, free: u64) -> String {
    format!("{} used by comments, {} by the rest of this site, {} free", size(ours), size(others), size(free))
}

/// What a thread is called: its title, or else its address.
pub fn thread(name: Option<&ThreadName>) -> &str {
    name.map_or(NAMELESS, |name| {
        let known = [&name.title, &name.url].into_iter().map(|text| text.trim()).find(|text| !text.is_empty());
        known.unwrap_or(NAMELESS)
    })
}

/// What is kept of this thread and does not count.
pub fn set_aside(number: usize) -> String {
    let (verb, pronoun) = if number == 1 { ("is", "its") } else { ("are", "their") };
    let what = counted(number, "imported entry", "imported entries");
    format!(
        "{what} {verb} kept and not shown: something else stands in {pronoun} place, or {pronoun} number cannot be right."
    )
}

/// What a file is.
pub fn offer(kind: FileKind, comments: usize, in_part: bool) -> String {
    let what = match kind {
        FileKind::Backup => "A backup with",
        FileKind::Publication => "A file for others with",
    };
    let whole = if in_part { "" } else { " It was read back and is complete." };
    format!("{what} {}.{whole}", self::comments(comments))
}

/// What is asked before a thread is deleted.
pub fn delete_question(title: Option<&str>, comments: usize) -> String {
    let what = self::comments(comments);
    match title {
        None => format!(
            "Delete everything here: {what}, drafts and imports, in every tab? Files you have downloaded stay. This cannot be undone."
        ),
        Some(title) => {
            format!("Delete everything in “{title}”: {what}, drafts and imports? This cannot be undone.")
        }
    }
}

/// What is being done with a file.
pub fn progress(doing: &str, progress: Progress) -> String {
    if progress.all == 0 {
        return format!("{doing}…");
    }
    format!("{doing}… {} of {}", grouped(progress.done), grouped(progress.all))
}

/// The text of the file, where it cannot be downloaded.
pub const COPY: &str = "Copy instead";

/// How many of a thread are new.
pub fn new_entries(number: usize) -> String {
    format!("{} new", grouped(number))
}

/// What a list leaves out.
pub fn more(number: usize) -> String {
    format!("and {} more", grouped(number))
}

/// What is asked before a backup becomes the reader's own.
pub fn restore_question(number: usize) -> String {
    format!("Restore {} as your own? This cannot be undone as a whole.", entries(number))
}

/// How many of a file were written.
pub fn done(written: usize) -> String {
    format!("Imported {}.", entries(written))
}

/// How many were not.
pub fn left_out(number: usize) -> String {
    let (was, them) = if number == 1 { ("was", "it") } else { ("were", "them") };
    format!(
        "{} {was} not written: there was no room, you stopped, or it was deleted meanwhile. To add {them}, import the same file again.",
        entries(number)
    )
}

/// How many find no room.
pub fn over_room(number: usize) -> String {
    let verb = if number == 1 { "finds" } else { "find" };
    format!("{} {verb} no room and will not be imported.", entries(number))
}

/// The button that shows what finds no room, or hides it again.
pub fn show_unsaved(open: bool, number: usize) -> &'static str {
    match (open, number) {
        (false, 1) => "Show it without saving",
        (false, _) => "Show them without saving",
        (true, 1) => "Hide it",
        (true, _) => "Hide them",
    }
}

/// The button for more of them, of which so many are left.
pub fn more_unsaved(left: usize) -> &'static str {
    if left > AT_ONCE { "Show 50 more" } else { "Show the rest" }
}

/// What of it has no text to be shown.
pub fn not_listed(number: usize) -> String {
    let verb = if number == 1 { "is" } else { "are" };
    format!(
        "{} {verb} not listed: deletions and what they hide, drafts, and what has no text or cannot be read.",
        entries(number)
    )
}

/// A line of a file that is not taken.
pub fn refused(line: usize, reason: RefusalReason) -> String {
    format!("Line {}: {}", grouped(line), because(reason))
}

fn because(reason: RefusalReason) -> &'static str {
    match reason {
        RefusalReason::NotJson => "it is damaged or cut off.",
        RefusalReason::TooDeep => "it is nested too deeply.",
        RefusalReason::UnknownLine => "it is nothing that such a file holds.",
        RefusalReason::NoThread => "it does not say to which discussion it belongs.",
        RefusalReason::WrongKind => "it belongs into another kind of file.",
        RefusalReason::Damaged => "its checksum is wrong.",
        RefusalReason::Unreadable => "something in it is missing or wrong.",
        RefusalReason::TooLong => "it is longer than any comment.",
        RefusalReason::UnknownKey => "its key is not known.",
        RefusalReason::OtherThread => "it belongs to another discussion.",
        RefusalReason::OtherWords => "something else is kept in its place, and stays.",
        RefusalReason::Erased => "you erased it here.",
        RefusalReason::GenerationDeleted => "you deleted everything it belonged to.",
        RefusalReason::BeyondReason => "its number cannot be right.",
        RefusalReason::OnlyOnesOwn => "it means something only to whoever made the file.",
        RefusalReason::WouldTakeAway => "it would take away what is kept here.",
    }
}

/// Why a file cannot be imported at all.
pub fn file_error(error: FileError) -> &'static str {
    match error {
        FileError::TooLarge => "This file is larger than 20 MB. Nothing was imported.",
        FileError::TooManyLines => "This file has more than 100,000 lines. Nothing was imported.",
        FileError::NoHeader => "This is not a file of comments. Nothing was imported.",
        FileError::Newer(_) => "A later version of this page’s comments made this file. Nothing was imported.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::thread_id::ThreadId;

    #[test]
    fn sizes_are_as_people_give_them() {
        let sizes = [0, 1, 999, 1_000, 34_567, 999_999, 1_000_000, 5_242_880].map(size);
        assert_eq!(sizes, ["0 KB", "under 1 KB", "under 1 KB", "1 KB", "34 KB", "999 KB", "1.0 MB", "5.2 MB"]);
    }

    #[test]
    fn a_thread_is_called_by_its_title_or_its_address() {
        let id = ThreadId::explicit("a").unwrap();
        let called = |title: &str, url: &str| thread(Some(&ThreadName::new(&id, title, url))).to_owned();
        assert_eq!(called("A title", "https://a.example/"), "A title");
        assert_eq!(called(" ", "https://a.example/"), "https://a.example/");
        assert_eq!(called("", ""), NAMELESS);
        assert_eq!(thread(None), NAMELESS);
    }

    #[test]
    fn a_button_for_more_says_how_many() {
        assert_eq!([50, 51].map(more_unsaved), ["Show the rest", "Show 50 more"]);
        assert!(more_unsaved(usize::MAX).contains(&AT_ONCE.to_string()));
    }

    #[test]
    fn one_of_anything_is_singular() {
        assert_eq!(over_room(1), "1 entry finds no room and will not be imported.");
        assert_eq!(entries(2), "2 entries");
        assert_eq!(comments(1), "1 comment");
        assert_eq!([show_unsaved(false, 1), show_unsaved(true, 1)], ["Show it without saving", "Hide it"]);
        assert!(not_listed(1).starts_with("1 entry is not listed"));
    }
}

//! Every sentence a reader sees around the thread. (The article's stand in `article_wording`.)

use crate::app::config::Keeping;
use crate::app::form::{FormId, FormProblem};
use crate::app::model::{Announced, SaveState, Storage};
use crate::domain::age::Age;
use crate::domain::author::Author;
use crate::domain::body::BodyError;
use crate::domain::sort::Sort;
use crate::domain::text_length::TooLong;
use crate::store::store_error::StoreError;

/// The heading: "0 Comments", "1 Comment", "1,234 Comments".
pub fn count(comments: usize) -> String {
    let noun = if comments == 1 { "Comment" } else { "Comments" };
    format!("{} {noun}", grouped(comments))
}

/// A number with commas between thousands.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// "2 minutes ago".
pub fn age(age: Age) -> String {
    let (number, unit) = match age {
        Age::JustNow => return "just now".to_owned(),
        Age::Minutes(n) => (n, "minute"),
        Age::Hours(n) => (n, "hour"),
        Age::Days(n) => (n, "day"),
        Age::Weeks(n) => (n, "week"),
        Age::Months(n) => (n, "month"),
        Age::Years(n) => (n, "year"),
    };
    format!("{number} {unit}{} ago", if number == 1 { "" } else { "s" })
}

/// The name of an author.
pub fn name(author: &Author) -> &str {
    author.name.as_ref().map_or("Reader without a name", |name| name.as_str())
}

/// What a form is for.
pub fn form_title(form: FormId, answered: &str) -> String {
    match form {
        FormId::New => "Post a Comment".to_owned(),
        FormId::Reply(_) => format!("Reply to {answered}"),
        FormId::Edit(_) => "Edit your comment".to_owned(),
    }
}

/// The button that sends a form.
pub fn form_submit(form: FormId) -> &'static str {
    match form {
        FormId::New => "Post comment",
        FormId::Reply(_) => "Post reply",
        FormId::Edit(_) => "Update comment",
    }
}

/// Why a form was not taken.
pub fn problem(problem: FormProblem) -> String {
    match problem {
        FormProblem::Body(BodyError::Empty) => "Write something first.".to_owned(),
        FormProblem::Body(BodyError::TooLong(TooLong::Graphemes { found, limit })) => format!(
            "A comment can have {} characters; this one has {}. Your text is still here.",
            grouped(limit),
            grouped(found)
        ),
        FormProblem::Body(BodyError::TooLong(TooLong::Units { .. })) => {
            "This comment takes more room than one comment can have: many of its characters are made of several parts. Your text is still here.".to_owned()
        }
        FormProblem::Name(TooLong::Graphemes { found, limit }) => {
            format!("A name can have {limit} characters; this one has {}.", grouped(found))
        }
        FormProblem::Name(TooLong::Units { .. }) => {
            "This name takes more room than a name can have: many of its characters are made of several parts.".to_owned()
        }
        FormProblem::Store(StoreError::Full) => {
            "Not saved: this browser has no room left for this site. Your text is still here. Copy it, or make room and try again.".to_owned()
        }
        FormProblem::NoRoom => {
            "Not saved: this site has almost filled what this browser lets it keep, and more could be lost. Your text is still here. Delete comments or copy the text.".to_owned()
        }
        FormProblem::Store(_) => {
            "Not saved: this browser did not keep the comment. Your text is still here. Copy it, or try again.".to_owned()
        }
    }
}

/// A state of the browser's storage that the reader should know.
pub fn storage(storage: Storage, keeping: Keeping) -> Option<&'static str> {
    match storage {
        Storage::Working => None,
        Storage::Blocked if keeping == Keeping::Nowhere => {
            Some("This page keeps no comments. What you write stays only until you close it.")
        }
        Storage::Blocked => Some(
            "This browser does not let this page keep anything. What you write stays only until you close the page.",
        ),
        Storage::Unreadable => Some("The comments kept in this browser could not be read. They are left as they are."),
        Storage::Occupied => Some(
            "Another discussion already has this one's place in this browser. What you write here stays only until you close the page.",
        ),
        Storage::Full => {
            Some("This browser has no room left for this site. The last change stays only until you close the page.")
        }
    }
}

/// The button beside the notice that nothing can be kept.
pub const TAKE_ALONG: &str = "Take your comments with you";

/// How many records cannot be read.
pub fn unreadable(records: usize) -> String {
    if records == 1 {
        "1 entry kept for this discussion cannot be read. It is left as it is.".to_owned()
    } else {
        format!("{} entries kept for this discussion cannot be read. They are left as they are.", grouped(records))
    }
}

/// What is said aloud.
pub fn announced(what: Announced, keeping: Keeping) -> &'static str {
    match what {
        Announced::Posted => "Comment posted. Saving…",
        Announced::Saved => "Saved in this browser.",
        Announced::Kept if keeping == Keeping::Session => "Kept until you close this tab.",
        Announced::Kept => "Kept in this browser. Keep it open for a few minutes.",
        Announced::AtRisk => "Not saved yet. Your text is still here. You can copy or download it.",
        Announced::Erased => "Comment erased.",
        Announced::DeletedEverything => "Everything there is deleted.",
        Announced::DeletedInPart => "Not finished: one of this browser's two copies could not be read. Try again.",
        Announced::NotDeleted => "Not everything could be deleted yet. Keep this page open: it is tried again.",
        Announced::FileReady => "Your file is ready.",
        Announced::FileInPart => "Your file is ready, but one of this browser's two copies could not be read.",
        Announced::FileBroken => "The file could not be made.",
        Announced::Imported => "Import finished.",
        Announced::UndidImport => "Import undone.",
        Announced::Sent => "Marked as sent to the author.",
        Announced::Copied => "Copied.",
        Announced::NotCopied => "This browser did not let the text be copied. You can download it.",
        Announced::PostedInMemory => "Comment posted. It stays until you close the page.",
        Announced::Edited => "Comment updated.",
        Announced::Deleted => "Comment deleted. You can undo this.",
        Announced::Restored => "Comment restored.",
        Announced::Arrived => "A new comment has arrived.",
    }
}

/// How far what was written has got. "Saved" is said only where both copies have it and one of them is on disk.
pub fn save_state(state: SaveState, for_tab: bool) -> &'static str {
    match state {
        SaveState::Saving => "Saving…",
        SaveState::Saved => "Saved in this browser",
        SaveState::Kept if for_tab => "Kept until you close this tab",
        SaveState::Kept => "Kept in this browser. Keep it open for a few minutes.",
        SaveState::InMemory => "Kept until you close this page",
        SaveState::AtRisk => "Not saved yet. Your text is still here.",
    }
}

/// What is asked before a comment is erased.
pub const ERASE_QUESTION: &str =
    "Erase it for good? This cannot be undone. It cannot reach files that you have given away.";

/// What came back from the second copy.
pub fn healed(comments: usize) -> String {
    let (noun, verb) = if comments == 1 { ("comment", "has") } else { ("comments", "have") };
    format!(
        "{} {noun} of yours {verb} been restored: this browser's first copy was gone, the second was not.",
        grouped(comments)
    )
}

/// A text that was written for a box elsewhere.
pub fn other_draft(live: bool, form: FormId, answered: Option<&str>) -> String {
    let what = match (form, answered) {
        (FormId::Reply(_), Some(name)) => format!("your reply to {name}"),
        (FormId::Reply(_), None) => "your reply".to_owned(),
        (FormId::Edit(_), _) => "your edit of a comment".to_owned(),
        (FormId::New, _) if live => return "You are writing this in another tab:".to_owned(),
        (FormId::New, _) => return "Not posted, from an earlier visit:".to_owned(),
    };
    if live { format!("In another tab, {what}:") } else { format!("Not posted, {what}:") }
}

/// In place of a text that was thrown away.
pub const DISCARDED: &str = "Text discarded.";

/// The beginning of a text, to tell it from others.
pub fn beginning(text: &str) -> String {
    let mut beginning: String = text.chars().take(200).collect();
    if beginning.len() < text.len() {
        beginning.push('…');
    }
    beginning
}

/// Under the form: where comments are kept, and what that means. Nothing where they are not kept.
pub fn place(keeping: Keeping) -> Option<(&'static str, &'static str)> {
    match keeping {
        Keeping::Browser => Some(("Only in this browser.", WHERE_ANSWER)),
        Keeping::Session => Some(("Only in this tab.", WHERE_ANSWER_TAB)),
        Keeping::Nowhere => None,
    }
}

/// The question between the two.
pub const WHERE_QUESTION: &str = "What does that mean?";
const WHERE_ANSWER_TAB: &str = "Your comments are kept in this tab, for this site, and are gone when you close it. Nobody else can see them unless you give them away; nothing is sent by itself.";
const WHERE_ANSWER: &str = "Your comments are kept by this browser on this device, for this site. Nobody else can see them unless you give them away; nothing is sent by itself. Clearing the browser's data for this site deletes them.";

/// What the choice of the order is called.
pub const SORT: &str = "Order of the comments";

/// An order.
pub fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Oldest => "Oldest first",
        Sort::Newest => "Newest first",
    }
}

/// In place of the box for a new comment, where none can be written.
pub const CLOSED: &str = "This discussion is closed.";
/// An empty thread, where none can be written.
pub const CLOSED_EMPTY: &str = "Nobody has said anything.";
/// An empty thread.
pub const EMPTY: &str = "Be the first to say something.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heading_counts_as_people_do() {
        assert_eq!(count(0), "0 Comments");
        assert_eq!(count(1), "1 Comment");
        assert_eq!(count(999), "999 Comments");
        assert_eq!(count(1234), "1,234 Comments");
        assert_eq!(count(1_234_567), "1,234,567 Comments");
    }

    #[test]
    fn one_of_anything_is_singular() {
        assert_eq!(age(Age::Minutes(1)), "1 minute ago");
        assert_eq!(age(Age::Years(2)), "2 years ago");
        assert_eq!(age(Age::JustNow), "just now");
    }
}

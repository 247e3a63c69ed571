//! Every sentence a reader sees about sending a comment to the author.

use crate::app::letter::Way;

/// The button on a comment.
pub const SEND: &str = "Send to the author";
/// The same once that was done, and as it is said aloud.
pub const SEND_AGAIN: (&str, &str) = ("Send again", "Send again to the author");
/// Beside a comment whose reader says that it was sent. It is not published yet.
pub const SENT: &str = "Sent to the author";
/// Above a letter that goes by mail.
pub const BY_MAIL: &str = "This is the mail, word for word. It opens in your mail program, and goes to the page’s author only when you send it there. They will see your mail address.";
/// Above a letter that goes as a file.
pub const BY_FILE: &str = "This is the file, byte for byte. Download it and give it to the page’s author; the widget sends nothing by itself.";
/// What publishing means.
pub const MAY_BE_PUBLISHED: &str = "The author may publish your comment, with your name, for everybody to see.";
/// The link that opens the mail program.
pub const WRITE: &str = "Open in mail program";
/// The button that downloads it.
pub const DOWNLOAD: &str = "Download";
/// The same where a mail is offered too.
pub const DOWNLOAD_INSTEAD: &str = "Download a file instead";
/// The button that puts it on the clipboard.
pub const COPY: &str = "Copy instead";
/// The button that gives it up.
pub const CANCEL: &str = "Cancel";
/// The reader has sent it.
pub const YES: &str = "I have sent it";
/// The reader has not.
pub const NO: &str = "Not sent";
/// The name of what is shown to be sent.
pub const CONTENTS: &str = "What is sent";

/// Where a file is to be sent that is too long for a mail link.
pub fn attach(mailbox: &str) -> String {
    format!("It is too long to be put into a mail by a link. Attach the file to a mail to {mailbox}.")
}

/// What is asked once a letter was handed over: only the reader knows what became of it.
pub fn question(way: Way) -> &'static str {
    match way {
        Way::Mail => "Your mail program was asked to open the mail. Have you sent it?",
        Way::File => "The file is yours to give away. Have you sent it to the author?",
    }
}

/// The subject of a mail.
pub fn subject(title: &str) -> String {
    let title = title.trim();
    if title.is_empty() { "A comment".to_owned() } else { format!("A comment on “{title}”") }
}

/// The text of a mail: what it is, and then the lines of the file.
pub fn mail(url: &str, file: &str) -> String {
    format!(
        "A comment on {url}. The lines below are the file for the page's author; please leave them as they are.\n\n{file}"
    )
}

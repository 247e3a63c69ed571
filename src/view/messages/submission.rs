//! Every message a reader sees about sending a comment to the author.

use yew::AttrValue;

use super::message::{Message, messages};
use crate::app::submission::Way;
use crate::domain::messages::Messages;

messages! {
    SEND = "send": "Send to the author";
    SEND_AGAIN = "send-again": "Send again";
    SEND_AGAIN_ALOUD = "send-again-aloud": "Send again to the author";
    SEND_REACTIONS = "send-reactions": "Send your reactions to the author";
    SENT = "sent": "Sent to the author";
    BY_MAIL = "letter-by-mail": "This is the mail, word for word. It opens in your mail program, and goes to the page’s author only when you send it there. They will see your mail address.";
    BY_FILE = "letter-by-file": "This is the file, byte for byte. Download it and give it to the page’s author; the widget sends nothing by itself.";
    MAY_BE_PUBLISHED = "letter-published": "The author may publish your comment, with your name, for everybody to see.";
    MAY_BE_COUNTED = "letter-reactions": "The author may publish your reactions, for everybody to see how many there are.";
    WRITE = "letter-write": "Open in mail program";
    DOWNLOAD_INSTEAD = "letter-download-instead": "Download a file instead";
    YES = "letter-sent": "I have sent it";
    NO = "letter-not-sent": "Not sent";
    CONTENTS = "letter-contents": "What is sent";
    ATTACH = "letter-attach": "It is too long to be put into a mail by a link. Attach the file to a mail to {mailbox}.";
    MAIL_QUESTION = "letter-mail-question": "Your mail program was asked to open the mail. Have you sent it?";
    FILE_QUESTION = "letter-file-question": "The file is yours to give away. Have you sent it to the author?";
    SUBJECT = "letter-subject": "A comment on “{title}”";
    SUBJECT_UNTITLED = "letter-subject-untitled": "A comment";
    MAIL = "letter-mail": "A comment on {url}. The lines below are the file for the page's author; please leave them as they are.";
}

/// What is asked once a submission was handed over: only the reader knows what became of it.
pub fn question(way: Way) -> &'static Message {
    match way {
        Way::Mail => MAIL_QUESTION,
        Way::File => FILE_QUESTION,
    }
}

/// The subject of a mail.
pub fn subject(messages: &Messages, title: &str) -> AttrValue {
    match title.trim() {
        "" => SUBJECT_UNTITLED.say(messages),
        title => SUBJECT.with(messages, &[("title", title)]),
    }
}

/// The text of a mail: what it is, and then the lines of the file, which no words of the page can leave out.
pub fn mail(messages: &Messages, url: &str, file: &str) -> String {
    format!("{}\n\n{file}", MAIL.with(messages, &[("url", url)]))
}

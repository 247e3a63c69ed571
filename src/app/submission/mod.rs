//! The room of a comment that is handed to the page's author.

mod letter;
mod state;

pub use letter::LETTER;
pub use state::{
    Awaited, LetterCode, Submission, SubmissionMsg, SubmissionRoom, Way, can_send, has_author, may_be_sent,
};

//! What is said of the earlier texts of a comment.

use super::message::messages;

messages! {
    LEGEND = "history-legend": "Earlier texts, newest first. What the next edit took out is struck through, what it put in is underlined.";
    VERSION = "history-version": "Text of {date}";
    USE_AGAIN = "use-again": "Use this text again";
    TAKEN_OUT = "history-out": "taken out";
    PUT_IN = "history-in": "put in";
    MORE = "history-more": "Show {count} earlier text" | "Show {count} earlier texts";
}

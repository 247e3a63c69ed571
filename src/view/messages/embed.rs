//! Every message a reader sees about what another site shows in an article.

use super::message::messages;

messages! {
    PLAY = "embed-play": "Play";
    SHOW = "embed-show": "Show here";
    NOTHING_LOADED = "embed-nothing-loaded": "From {site}. Nothing is loaded from there until you press.";
    OPEN_ON = "embed-open-on": "Open on {site}";
    OPEN_PAGE = "embed-open-page": "Open the page that is shown here: {site}";
    OPEN_DOCUMENT = "embed-open-document": "Open the document: {file}";
}

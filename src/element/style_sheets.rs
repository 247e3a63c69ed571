//! The text of the style sheet for all threads of a page, as `build.rs` shortens it; what fetched articles, letters and
//! "Your comments" look like comes with their parts. `loader/page/sheets.js` makes constructed sheets of all; `rem` in them is the reader's own default
//! size, whatever the page makes of its root.

/// A file of `styles/`, shortened.
macro_rules! sheet {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/styles/", $name))
    };
}

/// The threads'.
pub const THREAD: &str = concat!(
    sheet!("skins/plain.css"),
    sheet!("skins/paper.css"),
    sheet!("skins/contrast.css"),
    sheet!("skins/terminal.css"),
    sheet!("tokens.css"),
    sheet!("base.css"),
    sheet!("thread.css"),
    sheet!("composer.css"),
    sheet!("comment.css"),
    sheet!("avatar.css"),
    sheet!("header_ad.css"),
    sheet!("notice.css"),
    sheet!("article_state.css"),
);

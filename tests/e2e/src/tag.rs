//! The forms in which a page can hold a widget.

/// What stands in the page's HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// The tag, with the address of an article.
    Fetched,
    /// The tag around the page's own article.
    Own,
    /// A `<div>`, with the address of an article.
    Div,
    /// The script's own tag, with the address of an article: it puts the widget behind itself.
    Script,
}

/// What the fetched article, and the page's own, says.
pub const WORDS: &str = "The boats came back before the rain.";

impl Tag {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Fetched, Self::Own, Self::Div, Self::Script];
    /// Those with an article that the widget fetches.
    pub const FETCHING: [Self; 3] = [Self::Fetched, Self::Div, Self::Script];

    /// The HTML, for a thread of its own.
    #[must_use]
    pub fn html(self, thread: &str) -> String {
        match self {
            Self::Fetched => format!("<article-widget thread=\"{thread}\" src=\"/article.html\"></article-widget>"),
            Self::Own => format!(
                "<article-widget thread=\"{thread}\" loading=\"eager\"><article><h1>A quiet harbour</h1><p>{WORDS}</p></article></article-widget>"
            ),
            Self::Div => {
                format!("<div data-article-widget data-thread=\"{thread}\" data-src=\"/article.html\"></div>")
            }
            Self::Script => format!(
                "<script type=\"module\" src=\"/article-widget.js\" data-thread=\"{thread}\" data-src=\"/article.html\"></script>"
            ),
        }
    }
}

/// The file that `src` names.
#[must_use]
pub fn article() -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A quiet harbour</title></head><body>\
         <article><h1>A quiet harbour</h1><p class=\"byline\">By Ada Pier</p><p>{WORDS}</p>\
         <p>By noon the quay was empty but for two crates of rope.</p></article></body></html>"
    )
}

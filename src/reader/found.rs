//! What the reader of any kind of source gives: the article's text, still untrusted, and what was said about it.

use crate::domain::article::Published;
use crate::domain::markup::Markup;

/// An article as it was found; `making::make` makes an `Article` of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// An element around the text, without the headline, and without the lines that tell the author and the date.
    pub text: Markup,
    /// What the source says about it.
    pub facts: Facts,
    /// The address that those in the text are relative to, where that is not the address of the source.
    pub base: Option<String>,
    /// The address by which the source calls itself, where links in the text may lead to it by that.
    pub own: Option<String>,
}

/// What a source says about its article beside the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// In one line.
    pub headline: Option<String>,
    /// Who wrote it, in one line.
    pub byline: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// When it was last changed.
    pub modified: Option<Published>,
    /// What it is about, in a sentence or two.
    pub summary: Option<String>,
    /// The address of its picture, shown above a text that has none.
    pub picture: Option<String>,
    /// Its language, as BCP 47 writes it.
    pub language: Option<String>,
    /// `ltr`, `rtl` or `auto`.
    pub direction: Option<&'static str>,
    /// Whether it is called news.
    pub is_news: bool,
}

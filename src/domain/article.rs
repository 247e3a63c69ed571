//! What an article is: a headline, who wrote it and when, a lead picture, and blocks of safe markup.

use super::safe_markup::{SafeElement, SafeNode};

/// An article that is ready to be shown. Made by `reader::making::make`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// In one line; absent in a bare fragment.
    pub headline: Option<String>,
    /// Who wrote it, in one line.
    pub byline: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// When it was last changed.
    pub modified: Option<Published>,
    /// What it is about, in a sentence or two.
    pub summary: Option<String>,
    /// The picture above the text.
    pub lead: Option<LeadPicture>,
    /// Paragraphs, headings, lists, figures and so on; never empty unless there is a lead picture.
    pub blocks: Vec<SafeNode>,
    /// How long it takes to read, in minutes, at least 1.
    pub minutes: u32,
    /// The language it says it is in.
    pub language: Option<String>,
    /// `ltr` or `rtl` where it says so.
    pub direction: Option<&'static str>,
    /// Whether it says that it is news.
    pub is_news: bool,
}

/// A date of publication or of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// As `<time datetime>` wants it.
    pub datetime: Option<String>,
    /// As the source shows it.
    pub text: String,
}

/// The picture that opens an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadPicture {
    /// An `img` with `src` and `alt`, perhaps `width` and `height`.
    pub picture: SafeElement,
    /// What stands under it; often empty.
    pub caption: Vec<SafeNode>,
}

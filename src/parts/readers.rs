//! Reading articles: one part for each kind of source that they come from.

use std::pin::Pin;

use super::Missing;
use super::part::part;
use crate::domain::article_error::ArticleError;
use crate::reader::kind::Kind;
use crate::reader::source::Read;

/// The function that reads a kind of source.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReaderCode {
    read: Read,
}

/// Gives what reads a kind of source, and fetches it unless it is here. [`ArticleError::Reader`], if it could not be had.
pub fn reader_of(kind: Kind) -> Pin<Box<dyn Future<Output = Result<Read, ArticleError>>>> {
    Box::pin(async move {
        let code = match kind {
            Kind::Html | Kind::Xhtml => page::page().await,
            Kind::Markdown => markdown::markdown().await,
            Kind::Json => json::json().await,
            Kind::Feed => feed::feed().await,
        };
        code.map(|code| code.read).map_err(|Missing| ArticleError::Reader)
    })
}

mod page {
    use super::{ReaderCode, part};

    static PAGE: ReaderCode = ReaderCode { read: crate::reader::whole_page::read };

    part! {
        /// Fetches what reads HTML pages, unless it is here.
        pub(super) fn page() -> ReaderCode = PAGE
    }
}

mod markdown {
    use super::{ReaderCode, part};

    static MARKDOWN: ReaderCode = ReaderCode { read: crate::reader::markdown::read };

    part! {
        /// Fetches what reads Markdown, unless it is here.
        pub(super) fn markdown() -> ReaderCode = MARKDOWN
    }
}

mod json {
    use super::{ReaderCode, part};

    static JSON: ReaderCode = ReaderCode { read: crate::reader::json::read };

    part! {
        /// Fetches what reads JSON Feed and what WordPress gives, unless it is here.
        pub(super) fn json() -> ReaderCode = JSON
    }
}

mod feed {
    use super::{ReaderCode, part};

    static FEED: ReaderCode = ReaderCode { read: crate::reader::feed::read };

    part! {
        /// Fetches what reads Atom and RSS, unless it is here.
        pub(super) fn feed() -> ReaderCode = FEED
    }
}

//! Fetches the article that `src` names, and reads it.

use std::pin::Pin;

use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, Response, TextDecoder};

use super::fetching::{self, Load, Pieces, TimeLimit, resolved};
use crate::browser::{inert_parse, turns};
use crate::domain::article::Article;
use crate::domain::article_error::ArticleError;
use crate::reader::kind::{self, Kind};
use crate::reader::source::{Read, Source};
use crate::reader::{charset, making};

/// The longest response, in bytes.
const MOST_BYTES: usize = 4 * 1_024 * 1_024;
/// How long the whole response may take, in milliseconds.
const TIME_LIMIT: u32 = 20_000;

/// Gives what reads a kind of source, which may have to be fetched.
pub type ReaderOf = fn(Kind) -> Pin<Box<dyn Future<Output = Result<Read, ArticleError>>>>;

/// Starts to fetch the article at `src` (relative to the page) and reports once how it went.
pub fn load_article(
    src: String,
    reader_of: ReaderOf,
    report: impl FnOnce(Result<Article, ArticleError>) + 'static,
) -> Load {
    let load = Load::new();
    let (dropped, controller) = (load.dropped(), load.controller());
    spawn_local(async move {
        let result = fetch_article(&src, reader_of, controller).await;
        if !dropped.get() {
            report(result);
        }
    });
    load
}

/// Fetches and reads the article at `src` (relative to the page). `controller` can end the request.
///
/// # Errors
/// Every kind of [`ArticleError`]; an aborted request is [`ArticleError::Network`].
pub async fn fetch_article(
    src: &str,
    reader_of: ReaderOf,
    controller: Option<AbortController>,
) -> Result<Article, ArticleError> {
    // What will read it comes while it comes itself. Whether that went well is seen when it is wanted.
    let likely = reader_of(kind::likely(src));
    spawn_local(async move {
        let _ = likely.await;
    });
    let limit = TimeLimit::new(controller.as_ref(), TIME_LIMIT);
    let fetched = apart(fetch(src, controller.as_ref())).await.map_err(|error| limit.name(error))?;
    drop(limit);
    let read = reader_of(fetched.kind).await?;
    let source = Source {
        kind: fetched.kind,
        text: &fetched.text,
        address: &fetched.address,
        item: src.split_once('#').map(|(_, item)| item).filter(|item| !item.is_empty()),
        parse: inert_parse::parse,
        parse_in_turns: inert_parse::parse_in_turns,
        turn: turns::turn,
        resolve: resolved,
    };
    turns::begin();
    let found = read(&source).await?;
    // The addresses in an article are relative to the `<base>` of the page that the article was fetched from, if that has one.
    let base = found.base.as_deref().and_then(|declared| resolved(declared, &fetched.address));
    let base = base.unwrap_or_else(|| fetched.address.clone());
    let resolve = |raw: &str| resolved(raw, &base);
    apart(making::make(found, &resolve, turns::turn)).await
}

/// A task of its own: one that is part of another is compiled into it, and the whole is longer than its parts.
fn apart<'a, T>(task: impl Future<Output = T> + 'a) -> Pin<Box<dyn Future<Output = T> + 'a>> {
    Box::pin(task)
}

struct Fetched {
    /// Where it came from in the end, after redirections.
    address: String,
    kind: Kind,
    text: String,
}

async fn fetch(src: &str, controller: Option<&AbortController>) -> Result<Fetched, ArticleError> {
    let (address, response) = fetching::ask(src, false, controller).await?;
    let header = response.headers().get("content-type").ok().flatten();
    // What can be no article is not waited for.
    if !kind::may_be_one(header.as_deref()) {
        return Err(ArticleError::WrongType);
    }
    let bytes = all_bytes(&response).await?;
    let start = charset::start(&bytes).ok_or(ArticleError::WrongType)?;
    let kind = kind::recognise(header.as_deref(), &address, &start).ok_or(ArticleError::WrongType)?;
    let labels = charset::labels(kind, header.as_deref(), &bytes);
    let decoder = labels.iter().find_map(|label| TextDecoder::new_with_label(label).ok());
    let decoder = decoder.ok_or(ArticleError::WrongType)?;
    let text = decoder.decode_with_u8_array(&bytes).map_err(|_| ArticleError::WrongType)?;
    Ok(Fetched { address, kind, text })
}

/// The bytes of an answer, taken piece by piece, so that an endless one is noticed before it fills the memory.
async fn all_bytes(response: &Response) -> Result<Vec<u8>, ArticleError> {
    let mut bytes = Vec::new();
    let pieces = Pieces::of(response);
    while let Some(chunk) = pieces.next().await? {
        if bytes.len() + chunk.length() as usize > MOST_BYTES {
            pieces.cancel();
            return Err(ArticleError::TooLarge);
        }
        bytes.extend_from_slice(&chunk.to_vec());
    }
    Ok(bytes)
}

//! Fetches the article that `src` names, and reads it.

use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, Response, TextDecoder};

use super::fetching::{self, Load, Pieces, TimeLimit, resolved};
use crate::browser::inert_parse;
use crate::domain::article::Article;
use crate::domain::article_error::ArticleError;
use crate::reader::{content_type, making, page};

/// The longest response, in bytes.
const MOST_BYTES: usize = 4 * 1_024 * 1_024;
/// How long the whole response may take, in milliseconds.
const TIME_LIMIT: u32 = 20_000;

/// Starts to fetch the article at `src` (relative to the page) and reports once how it went.
pub fn load_article(src: String, report: impl FnOnce(Result<Article, ArticleError>) + 'static) -> Load {
    let load = Load::new();
    let (dropped, controller) = (load.dropped(), load.controller());
    spawn_local(async move {
        let result = fetch_article(&src, controller).await;
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
pub async fn fetch_article(src: &str, controller: Option<AbortController>) -> Result<Article, ArticleError> {
    let limit = TimeLimit::new(controller.as_ref(), TIME_LIMIT);
    let fetched = fetch(src, controller.as_ref()).await.map_err(|error| limit.name(error))?;
    read(&fetched)
}

struct Fetched {
    /// Where the bytes came from in the end, after redirections.
    address: String,
    content_type: Option<String>,
    syntax: content_type::Syntax,
    bytes: Vec<u8>,
}

async fn fetch(src: &str, controller: Option<&AbortController>) -> Result<Fetched, ArticleError> {
    let (address, response) = fetching::ask(src, false, controller).await?;
    let content_type = response.headers().get("content-type").ok().flatten();
    let syntax = content_type::syntax(content_type.as_deref()).ok_or(ArticleError::WrongType)?;
    Ok(Fetched { address, content_type, syntax, bytes: all_bytes(&response).await? })
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

fn read(fetched: &Fetched) -> Result<Article, ArticleError> {
    let label = content_type::charset(fetched.content_type.as_deref(), &fetched.bytes);
    let text = TextDecoder::new_with_label(&label)
        .or_else(|_| TextDecoder::new())
        .and_then(|decoder| decoder.decode_with_u8_array(&fetched.bytes))
        .map_err(|_| ArticleError::WrongType)?;
    let page = inert_parse::parse(&text, fetched.syntax)?;
    let found = page::read(&page).ok_or(ArticleError::Empty)?;
    // The addresses in an article are relative to the `<base>` of the page that the article was fetched from, if that has one.
    let base = found
        .base
        .as_deref()
        .and_then(|declared| resolved(declared, &fetched.address))
        .unwrap_or_else(|| fetched.address.clone());
    making::make(found, &|raw| resolved(raw, &base))
}

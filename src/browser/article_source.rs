//! Fetches the article that `src` names, and reads it.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AbortController, ReadableStreamDefaultReader, RequestCredentials, RequestInit, RequestMode, Response, TextDecoder,
    Url,
};

use crate::browser::{inert_parse, page};
use crate::domain::article::Article;
use crate::domain::article_error::ArticleError;
use crate::domain::article_reading;
use crate::domain::content_type;
use crate::domain::link_policy;

/// The longest answer, in bytes.
const MOST_BYTES: usize = 4 * 1_024 * 1_024;
/// How long the whole answer may take, in milliseconds.
const TIME_LIMIT: u32 = 20_000;

/// An article on its way. Dropping this ends the request, and its end is then not reported.
#[must_use = "dropping it ends the request"]
pub struct ArticleLoad {
    dropped: Rc<Cell<bool>>,
    controller: Option<AbortController>,
}

impl Drop for ArticleLoad {
    fn drop(&mut self) {
        self.dropped.set(true);
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}

/// Starts to fetch the article at `src` (relative to the page) and reports once how it went.
pub fn load_article(src: String, report: impl FnOnce(Result<Article, ArticleError>) + 'static) -> ArticleLoad {
    let dropped = Rc::new(Cell::new(false));
    let controller = AbortController::new().ok();
    let load = ArticleLoad { dropped: Rc::clone(&dropped), controller: controller.clone() };
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
    let timed_out = Rc::new(Cell::new(false));
    let request = RequestInit::new();
    // Other origins never see the reader's cookies.
    request.set_mode(RequestMode::Cors);
    request.set_credentials(RequestCredentials::SameOrigin);
    request.set_signal(controller.as_ref().map(AbortController::signal).as_ref());
    let _timer = controller.map(|controller| {
        let timed_out = Rc::clone(&timed_out);
        Timeout::new(TIME_LIMIT, move || {
            timed_out.set(true);
            controller.abort();
        })
    });
    let fetched = fetch(src, &request).await.map_err(|error| match error {
        ArticleError::Network if timed_out.get() => ArticleError::Timeout,
        other => other,
    })?;
    read(&fetched)
}

struct Fetched {
    /// Where the bytes came from in the end, after redirections.
    address: String,
    content_type: Option<String>,
    syntax: content_type::Syntax,
    bytes: Vec<u8>,
}

async fn fetch(src: &str, request: &RequestInit) -> Result<Fetched, ArticleError> {
    let window = page::window().ok_or(ArticleError::Network)?;
    let base = window.document().and_then(|document| document.base_uri().ok().flatten()).unwrap_or_default();
    let asked = link_policy::resource(src, &|raw| resolved(raw, &base)).map_err(|_| ArticleError::Address)?;

    let answer = JsFuture::from(window.fetch_with_str_and_init(asked.as_str(), request)).await.map_err(no_answer)?;
    let response: Response = answer.dyn_into().map_err(no_answer)?;
    if !response.ok() {
        return Err(ArticleError::Status(response.status()));
    }
    let content_type = response.headers().get("content-type").ok().flatten();
    let syntax = content_type::syntax(content_type.as_deref()).ok_or(ArticleError::WrongType)?;
    let address = Some(response.url()).filter(|url| !url.is_empty()).unwrap_or_else(|| asked.as_str().to_owned());
    Ok(Fetched { address, content_type, syntax, bytes: all_bytes(&response).await? })
}

/// Piece by piece, so that an endless answer is noticed before it fills the memory.
async fn all_bytes(response: &Response) -> Result<Vec<u8>, ArticleError> {
    let mut bytes = Vec::new();
    let Some(body) = response.body() else { return Ok(bytes) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    loop {
        let piece = JsFuture::from(reader.read()).await.map_err(no_answer)?;
        let value = js_sys::Reflect::get(&piece, &"value".into()).map_err(no_answer)?;
        let Ok(chunk) = value.dyn_into::<js_sys::Uint8Array>() else { return Ok(bytes) };
        if bytes.len() + chunk.length() as usize > MOST_BYTES {
            // What comes of cancelling is of no interest.
            let _ = reader.cancel();
            return Err(ArticleError::TooLarge);
        }
        bytes.extend_from_slice(&chunk.to_vec());
    }
}

fn read(fetched: &Fetched) -> Result<Article, ArticleError> {
    let label = content_type::charset(fetched.content_type.as_deref(), &fetched.bytes);
    let text = TextDecoder::new_with_label(&label)
        .or_else(|_| TextDecoder::new())
        .and_then(|decoder| decoder.decode_with_u8_array(&fetched.bytes))
        .map_err(|_| ArticleError::WrongType)?;
    let page = inert_parse::parse(&text, fetched.syntax)?;
    // A page's own `<base>` is what its addresses were written for.
    let base = article_reading::declared_base(&page)
        .and_then(|declared| resolved(declared, &fetched.address))
        .unwrap_or_else(|| fetched.address.clone());
    article_reading::read(&page, &|raw| resolved(raw, &base))
}

fn resolved(raw: &str, base: &str) -> Option<String> {
    Url::new_with_base(raw, base).ok().map(|url| url.href())
}

fn no_answer(_: JsValue) -> ArticleError {
    ArticleError::Network
}

//! Asking the network for a file that the embedder named, and taking the response piece by piece.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReadableStreamDefaultReader, RequestCache, RequestCredentials, RequestInit, RequestMode, Response,
    Url,
};

use super::page;
use crate::domain::article_error::ArticleError;
use crate::domain::link_policy;

/// A file on its way. Dropping this ends the request, and its end is then not reported.
#[must_use = "dropping it ends the request"]
pub struct Load {
    dropped: Rc<Cell<bool>>,
    controller: Option<AbortController>,
}

impl Load {
    /// A file that is not asked for yet.
    pub(super) fn new() -> Self {
        Self { dropped: Rc::default(), controller: AbortController::new().ok() }
    }

    /// What can end the request; `None` in a browser that has no such thing.
    pub(super) fn controller(&self) -> Option<AbortController> {
        self.controller.clone()
    }

    /// Whether nobody waits for the file any more: it becomes `true` when this is dropped.
    pub(super) fn dropped(&self) -> Rc<Cell<bool>> {
        Rc::clone(&self.dropped)
    }
}

impl Drop for Load {
    fn drop(&mut self) {
        self.dropped.set(true);
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}

/// Ends a request after so many milliseconds, unless this is dropped before.
pub(super) struct TimeLimit {
    passed: Rc<Cell<bool>>,
    _timer: Option<Timeout>,
}

impl TimeLimit {
    /// Begins to count. Without a controller there is no limit.
    pub(super) fn new(controller: Option<&AbortController>, millis: u32) -> Self {
        let passed = Rc::new(Cell::new(false));
        let timer = controller.cloned().map(|controller| {
            let passed = Rc::clone(&passed);
            Timeout::new(millis, move || {
                passed.set(true);
                controller.abort();
            })
        });
        Self { passed, _timer: timer }
    }

    /// Why a request failed: [`ArticleError::Timeout`] in place of a network error if it was this that ended it.
    pub(super) fn name(&self, error: ArticleError) -> ArticleError {
        if error == ArticleError::Network && self.passed.get() { ArticleError::Timeout } else { error }
    }
}

/// Asks for the file at `src` (relative to the page), and gives its absolute address and the response. `again`: the server is asked
/// even if the browser has the file in its cache.
///
/// # Errors
/// `src` is no address that a page can load, there is no response, or its status is another than success.
pub(super) async fn ask(
    src: &str,
    again: bool,
    controller: Option<&AbortController>,
) -> Result<(String, Response), ArticleError> {
    let request = RequestInit::new();
    // Other origins never see the reader's cookies.
    request.set_mode(RequestMode::Cors);
    request.set_credentials(RequestCredentials::SameOrigin);
    if again {
        request.set_cache(RequestCache::NoCache);
    }
    request.set_signal(controller.map(AbortController::signal).as_ref());
    let window = page::window().ok_or(ArticleError::Network)?;
    let base = window.document().and_then(|document| document.base_uri().ok().flatten()).unwrap_or_default();
    let asked = link_policy::resource(src, &|raw| resolved(raw, &base)).map_err(|_| ArticleError::Address)?;
    let fetched =
        JsFuture::from(window.fetch_with_str_and_init(asked.as_str(), &request)).await.map_err(no_response)?;
    let response: Response = fetched.dyn_into().map_err(no_response)?;
    if !response.ok() {
        return Err(ArticleError::Status(response.status()));
    }
    // Where the bytes came from in the end, after redirections.
    let address = Some(response.url()).filter(|url| !url.is_empty()).unwrap_or_else(|| asked.as_str().to_owned());
    Ok((address, response))
}

/// The body of a response.
#[derive(Clone)]
pub(super) struct Pieces(Option<ReadableStreamDefaultReader>);

impl Pieces {
    /// The pieces of this response's body; none where it has no body.
    pub(super) fn of(response: &Response) -> Self {
        Self(response.body().map(|body| body.get_reader().unchecked_into()))
    }

    /// The next piece; `None` where there is none.
    ///
    /// # Errors
    /// The connection has ended before the file.
    pub(super) async fn next(&self) -> Result<Option<Uint8Array>, ArticleError> {
        let Some(reader) = &self.0 else { return Ok(None) };
        let piece = JsFuture::from(reader.read()).await.map_err(no_response)?;
        let value = js_sys::Reflect::get(&piece, &"value".into()).map_err(no_response)?;
        Ok(value.dyn_into::<Uint8Array>().ok())
    }

    /// Says that no more pieces are wanted.
    pub(super) fn cancel(&self) {
        // What comes of cancelling is of no interest.
        let _ = self.0.as_ref().map(ReadableStreamDefaultReader::cancel);
    }
}

/// The absolute form of an address.
pub(super) fn resolved(raw: &str, base: &str) -> Option<String> {
    Url::new_with_base(raw, base).ok().map(|url| url.href())
}

fn no_response(_: JsValue) -> ArticleError {
    ArticleError::Network
}

//! What the page says of itself: its address, its canonical address, its title.

use super::page;
use crate::domain::ids_of_page::ids_of_page;
use crate::domain::thread_id::ThreadId;

/// The thread of a page whose embedder named none, and what earlier versions called it. A canonical address that is relative is
/// that of the page it leads to (RFC 6596), one that is none does not count.
pub fn ids() -> (ThreadId, Vec<ThreadId>) {
    let canonical = page::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("link[rel=canonical]").ok().flatten())
        .and_then(|link| link.get_attribute("href"))
        .and_then(|href| web_sys::Url::new_with_base(&href, &url()).ok())
        .map(|url| url.href());
    ids_of_page(canonical.as_deref(), &url())
}

/// The page's address.
pub fn url() -> String {
    page::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// The page's title.
pub fn title() -> String {
    page::window().and_then(|window| window.document()).map(|document| document.title()).unwrap_or_default()
}

/// Whether the page's address names the comments: fragments do not reach into a shadow root by themselves.
pub fn asks_for_comments() -> bool {
    page::window().and_then(|window| window.location().hash().ok()).is_some_and(|hash| hash == "#comments")
}

//! Counting the comments of a thread that the page does not show, kept and published ones.

use std::pin::Pin;

use super::Missing;
use crate::browser::thread_count;
use crate::domain::thread_id::ThreadId;

/// How many comments there are under any of these ids, with those of the published file at an absolute address.
pub type Count = fn(Vec<ThreadId>, Option<String>) -> Pin<Box<dyn Future<Output = usize>>>;

/// The function that counts.
#[derive(Clone, Copy, Debug)]
pub struct CountCode {
    /// Counts.
    pub count: Count,
}

static COUNT: CountCode = CountCode { count: |threads, comments| Box::pin(thread_count::count(threads, comments)) };

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(count, fallible))]
fn code() -> Result<&'static CountCode, Missing> {
    Ok(&COUNT)
}

/// Fetches what counts, unless it is here.
///
/// # Errors
/// [`Missing`], if it could not be had. The next call tries again.
pub async fn count() -> Result<&'static CountCode, Missing> {
    #[cfg(feature = "split")]
    return code().await;
    #[cfg(not(feature = "split"))]
    code()
}

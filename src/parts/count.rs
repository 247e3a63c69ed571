//! Counting the comments of a thread that the page does not show, kept and published ones.

use std::pin::Pin;

use super::part::part;
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

part! {
    /// Fetches what counts, unless it is here.
    pub fn count() -> CountCode = COUNT
}

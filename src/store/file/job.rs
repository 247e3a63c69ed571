//! Work that is done a slice at a time, so that the page stays usable.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

/// Lines and items looked through in one slice: about 8 ms on a slow phone. Read natively a line takes 4 µs and an item 6
/// (measured on 100,000 posts), in WebAssembly on a phone some twelve times that. It is a number and not a time because the
/// clock is read only with each message. Beside these slices stands one step for each thread: what is kept of it is gathered.
pub const LOOKED_AT: usize = 100;

/// Work that is done a slice at a time. Copies of it are the same work.
pub struct Job<T>(pub Rc<RefCell<T>>);

impl<T> Clone for Job<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> fmt::Debug for Job<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Job")
    }
}

impl<T> Job<T> {
    /// Work at its beginning.
    pub fn new(work: T) -> Self {
        Self(Rc::new(RefCell::new(work)))
    }
}

//! Work that is done a slice at a time.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

/// Work that is done a slice at a time.
pub struct Job<T>(pub(super) Rc<RefCell<T>>);

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
    pub(super) fn new(work: T) -> Self {
        Self(Rc::new(RefCell::new(work)))
    }
}

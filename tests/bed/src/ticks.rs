//! The two timers of a page, of which its browser is told as one.

/// When each of the two programs wants to be woken, in milliseconds of the bed's clock.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ticks {
    thread: Option<u64>,
    manage: Option<u64>,
}

impl Ticks {
    /// Takes the order of the thread to be woken then, instead of at any time before.
    pub(crate) fn thread(&mut self, at: u64) {
        self.thread = Some(at);
    }

    /// The same of "Your comments".
    pub(crate) fn manage(&mut self, at: u64) {
        self.manage = Some(at);
    }

    /// Both are woken now.
    pub(crate) fn spend(&mut self) {
        *self = Self::default();
    }

    /// When the first of them is to be woken.
    pub(crate) fn next(self) -> Option<u64> {
        self.thread.into_iter().chain(self.manage).min()
    }
}

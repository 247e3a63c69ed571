//! Waiting with a deadline: the one place where the harness pauses between two looks.

use std::time::Duration;

/// Long enough for a cold start on a busy two-core machine; a story that waits this long has failed.
const SECONDS: u64 = 20;
const INTERVAL: Duration = Duration::from_millis(40);

/// A budget of looks at something that is expected to change.
#[derive(Debug)]
pub struct Patience {
    looks_left: u64,
}

impl Patience {
    /// The usual patience.
    #[must_use]
    pub fn new() -> Self {
        Self::of_seconds(SECONDS)
    }

    /// Patience for at least this many seconds.
    #[must_use]
    pub fn of_seconds(seconds: u64) -> Self {
        Self { looks_left: seconds * 25 }
    }

    /// Pauses for a moment before the next look; `false` when patience has run out.
    pub fn pause(&mut self) -> bool {
        let left = self.looks_left > 0;
        self.looks_left = self.looks_left.saturating_sub(1);
        std::thread::sleep(INTERVAL);
        left
    }
}

/// Lets time pass that a test has drawn by lot: what it interrupts must be interrupted anywhere.
pub fn let_pass(time: Duration) {
    std::thread::sleep(time);
}

impl Default for Patience {
    fn default() -> Self {
        Self::new()
    }
}

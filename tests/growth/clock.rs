//! The time that the processor has worked for this thread: what else the machine does is not in it.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// The least time of a few, since what shares the processor's caches only adds to it.
pub(crate) fn least(times: u32, work: impl Fn()) -> Duration {
    let now = || {
        let now = clock_gettime(ClockId::ThreadCPUTime);
        Duration::new(now.tv_sec.unsigned_abs(), u32::try_from(now.tv_nsec).unwrap_or_default())
    };
    let once = || {
        let start = now();
        work();
        now().saturating_sub(start)
    };
    (0..times).map(|_| once()).min().unwrap_or_default()
}

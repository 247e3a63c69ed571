//! Many pieces of work on all cores.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Does the pieces 0 to `count`, as many at once as there are cores, and gives what came of each, in order. No piece is
/// begun after `enough` holds for one that is done.
pub fn each<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync, enough: impl Fn(&T) -> bool + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    let worker = || {
        loop {
            let piece = next.fetch_add(1, Ordering::Relaxed);
            if piece >= count {
                return;
            }
            let result = work(piece);
            if enough(&result) {
                next.store(count, Ordering::Relaxed);
            }
            if let Ok(mut done) = done.lock() {
                done.push((piece, result));
            }
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(worker);
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(piece, _)| *piece);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_piece_is_done_once_and_none_after_enough() {
        assert_eq!(each(100, |piece| piece * 2, |_| false), (0..100).map(|piece| piece * 2).collect::<Vec<_>>());
        assert!(each(1_000, |piece| piece, |piece| *piece == 3).len() < 100);
    }
}

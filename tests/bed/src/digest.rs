//! A 64-bit hash of a whole simulator state, fast on long and on short writes.

use std::hash::Hasher;

const FIRST: u64 = 0x9e37_79b9_7f4a_7c15;
const SECOND: u64 = 0xd6e8_feb8_6659_fd93;

/// Only for telling states apart: nobody attacks it.
#[derive(Clone, Debug)]
pub struct Digest {
    high: u64,
    low: u64,
}

impl Default for Digest {
    fn default() -> Self {
        Self { high: FIRST, low: SECOND }
    }
}

impl Digest {
    fn mix(&mut self, word: u64) {
        let product = u128::from(self.high ^ word).wrapping_mul(u128::from(SECOND | 1));
        self.high = (product as u64) ^ ((product >> 64) as u64) ^ self.low;
        self.low = (self.low.rotate_left(29) ^ word).wrapping_mul(FIRST);
    }
}

impl Hasher for Digest {
    fn write(&mut self, bytes: &[u8]) {
        // Most of what is told apart is long: 16 bytes at a time, with two chains that do not wait for each other.
        let mut pairs = bytes.chunks_exact(16);
        for pair in &mut pairs {
            let (first, second) = pair.split_at(8);
            let first = u64::from_le_bytes(first.try_into().unwrap_or_default());
            let second = u64::from_le_bytes(second.try_into().unwrap_or_default());
            let product = u128::from(first ^ SECOND).wrapping_mul(u128::from(second ^ self.high));
            self.high = (product as u64) ^ ((product >> 64) as u64);
            self.low = (self.low ^ first).rotate_left(29).wrapping_mul(FIRST) ^ second;
        }
        let mut chunks = pairs.remainder().chunks_exact(8);
        for chunk in &mut chunks {
            self.mix(u64::from_le_bytes(chunk.try_into().unwrap_or_default()));
        }
        let mut rest = [0; 8];
        let left = chunks.remainder();
        rest[..left.len()].copy_from_slice(left);
        // The length in the spare byte tells "a" then "" from "" then "a".
        rest[7] = left.len() as u8;
        self.mix(u64::from_le_bytes(rest));
    }

    fn write_u8(&mut self, value: u8) {
        self.mix(u64::from(value));
    }

    fn write_u32(&mut self, value: u32) {
        self.mix(u64::from(value));
    }

    fn write_u64(&mut self, value: u64) {
        self.mix(value);
    }

    fn write_usize(&mut self, value: usize) {
        self.mix(value as u64);
    }

    fn finish(&self) -> u64 {
        let mut end = self.clone();
        end.mix(0);
        end.mix(FIRST);
        end.high ^ end.low
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;
    use std::hash::Hash;

    fn of(value: impl Hash) -> u64 {
        let mut digest = Digest::default();
        value.hash(&mut digest);
        digest.finish()
    }

    #[test]
    fn a_million_small_differences_all_count() {
        let all: HashSet<u64> = (0..1_000_000u32).map(|n| of((n % 1000, n / 1000, "abc"))).collect();
        assert_eq!(all.len(), 1_000_000);
    }

    #[test]
    fn where_one_text_ends_counts() {
        assert_ne!(of(("ab", "c")), of(("a", "bc")));
        assert_ne!(of(("", "a")), of(("a", "")));
    }
}

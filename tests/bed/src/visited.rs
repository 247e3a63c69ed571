//! The states that were seen already, at no more than 16 bytes each.

/// A set of 64-bit hashes: open addressing in one list that grows by half, so that it is never less than half full.
#[derive(Clone, Debug)]
pub struct Visited {
    /// 0 is an empty place.
    places: Vec<u64>,
    count: usize,
}

impl Default for Visited {
    fn default() -> Self {
        Self { places: vec![0; 1024], count: 0 }
    }
}

impl Visited {
    /// Adds a state. False if it was there already.
    pub fn insert(&mut self, hash: u64) -> bool {
        if self.count * 6 >= self.places.len() * 5 {
            let larger = vec![0; self.places.len() / 2 * 3];
            for hash in std::mem::replace(&mut self.places, larger) {
                if hash != 0 {
                    put(&mut self.places, hash);
                }
            }
        }
        let new = put(&mut self.places, hash.max(1));
        self.count += usize::from(new);
        new
    }

    /// How many states there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The memory used for one state, in bytes.
    pub fn bytes_each(&self) -> usize {
        self.places.len() * 8 / self.count.max(1)
    }
}

fn put(places: &mut [u64], hash: u64) -> bool {
    let mut at = ((u128::from(hash) * places.len() as u128) >> 64) as usize;
    while places[at] != 0 && places[at] != hash {
        at = (at + 1) % places.len();
    }
    std::mem::replace(&mut places[at], hash) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_counts_once_and_takes_16_bytes_at_most() {
        let mut visited = Visited::default();
        for n in 0..200_000u64 {
            assert!(visited.insert(n.wrapping_mul(0x9e37_79b9_7f4a_7c15)));
            assert!(n < 2000 || visited.bytes_each() <= 16);
        }
        for n in 0..200_000u64 {
            assert!(!visited.insert(n.wrapping_mul(0x9e37_79b9_7f4a_7c15)));
        }
        assert_eq!(visited.len(), 200_000);
        assert!(!visited.is_empty());
    }
}

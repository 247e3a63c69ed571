//! Where addresses stand in a text: no sign within one means formatting, as GFM has it (`https://a.example/__init__.py`).

use std::ops::Range;

use crate::domain::prose::address_finder;

/// The places of the addresses in a text, in their order.
pub(super) struct Addresses(Vec<Range<usize>>);

impl Addresses {
    /// Finds them.
    pub(super) fn of(text: &str) -> Self {
        let finder = address_finder();
        let place = |found: linkify::Link| {
            // Signs at its end close what was opened before it.
            let address = found.as_str().trim_end_matches(['*', '_', '~']);
            found.start()..found.start() + address.len()
        };
        Self(finder.links(text).map(place).collect())
    }

    /// Whether one of them and this place overlap.
    pub(super) fn overlap(&self, place: &Range<usize>) -> bool {
        let first = self.0.partition_point(|address| address.end <= place.start);
        self.0.get(first).is_some_and(|address| address.start < place.end)
    }
}

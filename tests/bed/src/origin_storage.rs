//! Reading everything that is kept for the origin, from both copies, as the program's adapter for browsers does it.

use std::collections::BTreeMap;

use article_widget::store::copy::request::Found;
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::format::stored_text::StoredText;

use crate::fault::Call;
use crate::program::{Event, Program};
use crate::world::World;

/// What all keys of the widget begin with.
const OURS: &str = "aw1";

impl<P: Program> World<P> {
    /// What the mirror holds; `None` if it could not be read within the time that it has. A browser without one holds nothing.
    pub(crate) fn everything_in_mirror(&mut self) -> Option<Vec<Found>> {
        let fault = self.strike(Call::MirrorRead);
        if self.settings.mirror { self.mirror.everything(fault) } else { Some(Vec::new()) }
    }

    /// What a tab is told once the mirror has responded: what the key-value storage holds by then, and what differs in the mirror.
    /// What goes wrong with one value goes wrong with all: a fault for each would be many times the same.
    pub(crate) fn everything(&mut self, tab: u8, mirrored: Option<Vec<Found>>) -> Event {
        let mut complete = mirrored.is_some();
        let mut known = BTreeMap::new();
        match self.local_keys(tab, |key| key.starts_with(OURS)) {
            Ok(keys) => match self.local_values(tab, keys) {
                Ok(values) => known = values,
                Err(_) => complete = false,
            },
            Err(error) => complete &= error == StoreError::Blocked,
        }
        let differs = |found: &Found| known.get(&found.key) != Some(&found.value);
        let more: Vec<Found> = mirrored.unwrap_or_default().into_iter().filter(differs).collect();
        let found = |(key, value): (String, StoredText)| Found { key, value };
        let records = known.into_iter().map(found).chain(more).collect();
        let [origin, ours, quota] = self.usage(tab);
        Event::Everything { records, complete, origin, ours, quota }
    }
}

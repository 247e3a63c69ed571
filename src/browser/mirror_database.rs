//! What the mirror's database is called: one object store `records` with string keys and string values, for ever.

/// The database.
pub(super) const DATABASE: &str = "article-widget";
/// Its version, for ever.
pub(super) const VERSION: u32 = 1;
/// The one object store.
pub(super) const STORE: &str = "records";

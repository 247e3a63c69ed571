//! The one walk from untrusted markup to what may be shown, and the tree in which nothing else can exist.

mod anchors;
mod attributes;
mod blocks;
mod cleaner;
mod cleaning;
mod formula;
mod player;
mod safe_node;
mod survey;

pub use anchors::ID_PREFIX;
pub use blocks::in_blocks;
pub use cleaner::{Cleaner, MAX_SHOWN_DEPTH};
pub use cleaning::Cleaning;
pub use safe_node::{SafeElement, SafeNode};
pub use survey::Survey;

//! The only adapters that touch the page: one file per capability.

pub mod article_source;
pub mod focus;
pub mod inert_parse;
pub mod local_dates;
pub mod local_storage;
pub mod neighbours;
pub mod orders;
pub mod page;
pub mod page_address;
pub mod preferences;
pub mod records;
pub mod surroundings;

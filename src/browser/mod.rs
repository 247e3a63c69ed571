//! The only adapters that touch the page: one file per capability.

pub mod article_source;
pub mod channel;
pub mod chosen_file;
pub mod clipboard;
pub mod everything;
pub mod focus;
pub mod host_events;
mod indexed_db;
pub mod inert_parse;
pub mod leaving;
pub mod local_dates;
pub mod local_place;
pub mod local_storage;
pub mod mirror;
mod mirror_contents;
mod mirror_transaction;
mod mirror_writes;
pub mod neighbours;
pub mod orders;
pub mod page;
pub mod page_address;
pub mod preferences;
pub mod presence;
pub mod requests;
pub mod room;
pub mod save_as;
pub mod surroundings;

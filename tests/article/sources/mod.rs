//! Articles from every kind of source that publishers have.

mod commonmark;
mod exports;
mod feeds;
mod hostile;
mod json;
mod markdown;
mod support;

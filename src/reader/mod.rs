//! Reads articles: from what publishers have (a page, a file, a feed) to one `Article`. No browser: parsing is handed in.

pub mod content_type;
pub mod found;
mod lead;
pub mod making;
pub mod page;
pub mod settling;

//! Reads articles: from what publishers have (a page, a file, a feed) to one `Article`. No browser: parsing is handed in.

pub mod charset;
mod entry_facts;
mod entry_text;
pub mod feed;
pub mod formatting;
pub mod found;
pub mod json;
mod json_value;
pub mod kind;
mod lead;
pub mod making;
pub mod markdown;
pub mod page;
pub mod settling;
pub mod source;
mod wanted;
pub mod whole_page;
mod written_day;

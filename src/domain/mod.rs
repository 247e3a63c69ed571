//! What a comment, a thread, an article, a point in time *is*. No browser, no clock, no randomness, no JSON.

pub mod age;
pub mod allow_list;
pub mod article;
pub mod article_error;
mod article_facts;
pub mod article_reading;
pub mod attribute_value;
pub mod author;
pub(crate) mod base32;
pub mod body;
pub mod comment;
pub mod content_type;
pub mod form_id;
pub mod link_policy;
pub mod mailto;
pub mod markup;
pub mod markup_builder;
pub mod operation_id;
pub mod prose;
pub mod safe_markup;
pub mod sort;
pub mod strings;
pub mod strings_trouble;
pub mod text_length;
pub mod thread;
pub mod thread_id;
pub mod timestamp;

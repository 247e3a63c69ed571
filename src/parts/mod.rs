//! The borders of the module's parts: tables of functions that are fetched when they are wanted. Whatever is reached only through
//! one of them lies in a file of its own.
//!
//! In the release (feature `split`) that is a module of its own; anywhere else all of it is always there. A table stands behind one call
//! that neither the compiler nor the splitter sees through: what only the table names goes into the part, and what anything else names
//! as well stays in the first module. A function that several parts name goes into a file that all of these fetch.

mod article;
mod count;
mod engine;
mod engine_runner;
mod formatting;
mod history;
mod letter;
mod manage;
mod missing;
mod names;
mod part;
mod published;
mod published_fetch;
mod readers;
mod search;

pub use article::{ArticleCode, article, article_if_here};
pub use count::{Count, CountCode, count};
pub use engine::{Engine, engine};
pub use formatting::{FormattingCode, formatting};
pub use history::{HistoryPart, history};
pub use letter::{LetterPart, letter};
pub use manage::{ManageCode, manage};
pub use missing::Missing;
pub use names::{NamesPart, names};
pub use readers::reader_of;
pub use search::{SearchPart, search};

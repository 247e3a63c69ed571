//! Files of threads: backups and publications, written and read, and what an import of one would bring.

pub mod backup;
pub mod file_contents;
pub mod file_reader;
pub mod import_item;
pub mod import_preview;
pub mod inventory;
pub mod job;
pub(super) mod kept_here;
pub(super) mod line_reader;
pub mod new_record;
pub mod over_quota;
pub mod previewer;
pub mod publication;
pub mod published_comments;
mod published_reactions;
pub mod streamed_file;
pub mod thread_file;

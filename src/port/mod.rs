//! What the thread (`app`) and "Your comments" (`manage`) say to each other on one page. What they say of records has the meaning of
//! another page's broadcasts: each writes what it does by itself, and hears of the other what a page hears of another. Beside that
//! stands what no other page can see: what only memory holds, and whether what an import wrote stays.

pub mod announced;
mod deletion;
mod held_import;
mod here;
mod snapshot;
mod to_manage;
mod to_thread;

pub use deletion::Deletion;
pub use held_import::HeldImport;
pub use here::Here;
pub use snapshot::{Held, Snapshot};
pub use to_manage::ToManage;
pub use to_thread::ToThread;

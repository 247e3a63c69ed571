//! One thread in this browser, without a screen: what was done to it, what is kept of it in the copies and what is on its way
//! there, and the texts that are being written. Commands, responses of the copies and what other pages say come in; what is to
//! be asked, what is to be told and what has happened goes out. It knows nothing of other ids of the discussion, of composers
//! that are drawn, or of the panel.

mod adopted_drafts;
mod adopted_drafts_tests;
mod appending;
mod appending_tests;
mod discarded_drafts;
mod drafting;
mod drafting_tests;
pub mod drafts;
mod env;
mod first_look;
mod first_look_tests;
mod ingest;
mod ingest_tests;
mod outbox;
mod outbox_tests;
mod output;
mod pending;
mod purge;
mod reconciliation;
mod reconciliation_tests;
mod removal;
mod repair;
mod round;
mod samples;
pub mod save_state;
mod sending;
mod state;
mod storage_state;
mod ticking;
mod written_state;

pub use env::Env;
pub use outbox::Outbox;
pub use output::{Event, Output};
pub use purge::{epoch_key, next_epoch};
pub use removal::remove_from;
pub use sending::AT_RISK_AFTER;
pub use state::{KEPT_SHOWN, Replica};
pub use storage_state::Storage;

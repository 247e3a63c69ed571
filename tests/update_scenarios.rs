//! What a reader does and what follows, without a browser: given, when, asks, shows.

#[path = "support/mod.rs"]
mod support;

#[path = "update_scenarios/aliases.rs"]
mod aliases;
#[path = "update_scenarios/aliases_and_files.rs"]
mod aliases_and_files;
#[path = "update_scenarios/aliases_and_scripts.rs"]
mod aliases_and_scripts;
#[path = "update_scenarios/articles.rs"]
mod articles;
#[path = "update_scenarios/at_risk.rs"]
mod at_risk;
#[path = "update_scenarios/branches.rs"]
mod branches;
#[path = "update_scenarios/changing.rs"]
mod changing;
#[path = "update_scenarios/closed.rs"]
mod closed;
#[path = "update_scenarios/composers.rs"]
mod composers;
#[path = "update_scenarios/copies_unread.rs"]
mod copies_unread;
#[path = "update_scenarios/deleted_drafts.rs"]
mod deleted_drafts;
#[path = "update_scenarios/deleting_everything.rs"]
mod deleting_everything;
#[path = "update_scenarios/drafts.rs"]
mod drafts;
#[path = "update_scenarios/drafts_of_others.rs"]
mod drafts_of_others;
#[path = "update_scenarios/drafts_without_a_response.rs"]
mod drafts_without_a_response;
#[path = "update_scenarios/erasing.rs"]
mod erasing;
#[path = "update_scenarios/finding.rs"]
mod finding;
#[path = "update_scenarios/forgetting.rs"]
mod forgetting;
#[path = "update_scenarios/host_events.rs"]
mod host_events;
#[path = "update_scenarios/importing.rs"]
mod importing;
#[path = "update_scenarios/imports_again.rs"]
mod imports_again;
#[path = "update_scenarios/long_threads.rs"]
mod long_threads;
#[path = "update_scenarios/meanwhile.rs"]
mod meanwhile;
#[path = "update_scenarios/methods.rs"]
mod methods;
#[path = "update_scenarios/page_identity.rs"]
mod page_identity;
#[path = "update_scenarios/panel.rs"]
mod panel;
#[path = "update_scenarios/panel_without_storage.rs"]
mod panel_without_storage;
#[path = "update_scenarios/permalinks.rs"]
mod permalinks;
#[path = "update_scenarios/posting.rs"]
mod posting;
#[path = "update_scenarios/published.rs"]
mod published;
#[path = "update_scenarios/published_errors.rs"]
mod published_errors;
#[path = "update_scenarios/quota.rs"]
mod quota;
#[path = "update_scenarios/reactions.rs"]
mod reactions;
#[path = "update_scenarios/reading.rs"]
mod reading;
#[path = "update_scenarios/saving.rs"]
mod saving;
#[path = "update_scenarios/sorting.rs"]
mod sorting;
#[path = "update_scenarios/storage_errors.rs"]
mod storage_errors;
#[path = "update_scenarios/submissions.rs"]
mod submissions;
#[path = "update_scenarios/time.rs"]
mod time;
#[path = "update_scenarios/traces.rs"]
mod traces;
#[path = "update_scenarios/two_copies.rs"]
mod two_copies;
#[path = "update_scenarios/undoing.rs"]
mod undoing;
#[path = "update_scenarios/undoing_imports.rs"]
mod undoing_imports;
#[path = "update_scenarios/unsaved.rs"]
mod unsaved;
#[path = "update_scenarios/windows.rs"]
mod windows;

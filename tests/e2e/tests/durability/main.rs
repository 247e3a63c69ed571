//! What Chromium does to what it was given: kills, races, full storage, another script's `clear()`, tabs that come and go.
//! `cargo xtask test` runs it as a stage of its own, `cargo xtask soak --browser` with more of everything.

mod chance;
mod coming_back;
mod deleted_everything;
mod drafts;
mod duplicated_tab;
mod foreign_clear;
mod kills;
mod machine;
mod near_quota;
mod racing_tabs;
mod refused_mirror;
mod site;
mod told;

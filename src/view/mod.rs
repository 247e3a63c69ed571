//! Thin Yew components: the model in, messages out.

pub mod article;
pub mod article_state;
pub mod article_wording;
pub mod avatar;
pub mod body_text;
mod button;
pub mod comment;
pub mod comment_form;
pub mod header_ad;
pub mod notice;
mod other_drafts;
mod panel;
mod panel_deleted;
mod panel_files;
mod panel_import;
mod panel_question;
mod panel_threads;
mod panel_unsaved;
pub mod panel_wording;
pub mod root;
pub mod safe_html;
mod save_label;
mod storage_meter;
pub mod thread;
pub mod time_label;
mod toolbar;
pub mod wording;

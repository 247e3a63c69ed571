//! What a site's author does with the comments that readers hand over: one file of them all, for everybody.

pub mod arguments;
mod candidates;
pub mod collected;
pub mod mail;
pub mod merge;
pub mod output;
mod reasons;
pub mod run;

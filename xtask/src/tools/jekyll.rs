//! Jekyll, which comes from the distribution.

use super::Apt;
use crate::process;
use anyhow::{Context, Result};
use std::path::PathBuf;

/// Jekyll's program, installed first where the distribution has it and installing is permitted.
pub(crate) fn jekyll() -> Result<PathBuf> {
    if let Some(apt) = Apt::find().filter(|_| process::on_path("jekyll").is_none()) {
        apt.install(&["jekyll"])?;
    }
    process::on_path("jekyll").context("Jekyll is not installed (Debian: apt-get install jekyll)")
}

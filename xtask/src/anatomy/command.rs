//! `cargo xtask size`: what the bytes of the release are.

use super::{kept, lines};
use crate::command_line::SizeOptions;
use crate::{build, project};
use anyhow::Result;

/// Builds the release and prints what it is made of, or what changed against another commit.
pub(crate) fn run(options: &SizeOptions) -> Result<()> {
    let before = options.since.as_deref().map(kept::since).transpose()?;
    build::release()?;
    let now = kept::of(&project::dist(), &project::target())?;
    kept::keep(&now)?;
    let lines = before.map_or_else(|| lines::report(&now), |before| lines::difference(&before, &now));
    for line in lines {
        println!("{line}");
    }
    Ok(())
}

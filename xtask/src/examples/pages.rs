//! Pages that need no tool: they lie beside the release, as their first line says.

use super::place;
use crate::project;
use crate::release::files;
use anyhow::{Context, Result};

/// A page written in the shape of what a content system puts out.
const TEMPLATE: &str = "blogger";

/// Copies the pages to where the examples are built.
pub(crate) fn make() -> Result<()> {
    let pages = place::site("pages");
    place::copy_tree(&project::dist(), &pages)?;
    for (name, path) in files(&project::root().join("examples"))? {
        std::fs::copy(&path, pages.join(&name)).with_context(|| format!("cannot copy {name}"))?;
    }
    place::copy_tree(&place::sources(TEMPLATE), &place::site(TEMPLATE))?;
    place::copy_widget(&place::site(TEMPLATE).join("article-widget"))
}

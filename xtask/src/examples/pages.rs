//! Pages that need no tool: they lie beside the release, as their first line says.

use super::place;
use crate::project;
use crate::release::files;
use anyhow::{Context, Result};

/// Pages written in the shape of what a content system puts out.
const TEMPLATES: [&str; 2] = ["blogger", "wordpress"];

/// Copies them.
pub(crate) fn make() -> Result<()> {
    let pages = place::site("pages");
    place::copy_tree(&project::dist(), &pages)?;
    for (name, path) in files(&project::root().join("examples"))? {
        std::fs::copy(&path, pages.join(&name)).with_context(|| format!("cannot copy {name}"))?;
    }
    for name in TEMPLATES {
        place::copy_tree(&place::sources(name), &place::site(name))?;
        place::copy_widget(&place::site(name).join("article-widget"))?;
    }
    Ok(())
}

//! The gallery: host pages in the style sheets that many sites use, from the npm registry and one table.

use super::{place, projects};
use crate::{process, project};
use anyhow::{Context, Result};

const NAME: &str = "gallery";

/// Writes its pages, with the release beside them.
pub(crate) fn make() -> Result<()> {
    projects::prepare(NAME, &project::root().join("tests").join(NAME))?;
    let mut site = projects::npm(NAME, &["run", "--silent", "site"])?;
    process::run(site.arg("--").arg(place::site(NAME))).context("the gallery")?;
    place::copy_widget(&place::site(NAME).join("article-widget"))
}

//! Libraries that take the elements of a page in hand, on a site of their own beside the release; see `tests/libraries/`.

use super::{place, projects};
use crate::{process, project, tools};
use anyhow::{Context, Result};

/// The site, the project and the stories about them.
pub(super) const NAME: &str = "libraries";

/// Installs them and makes the site.
pub(crate) fn make() -> Result<()> {
    projects::prepare(NAME, &project::root().join("tests").join(NAME))?;
    process::run(&mut projects::npm(NAME, &["install"])?)?;
    place::copy_widget(&place::site(NAME))?;
    let mut site = projects::npm(NAME, &["run", "--silent", "site"])?;
    site.arg("--").arg(tools::esbuild()?.ensure()?.path).arg(place::site(NAME));
    process::run(&mut site).with_context(|| format!("the site of the {NAME}"))
}

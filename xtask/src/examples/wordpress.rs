//! The example for WordPress: a WordPress with it is run, and the pages that it serves are kept for the stories.

use super::{place, projects};
use crate::{process, project};
use anyhow::{Context, Result};

const NAME: &str = "wordpress";

/// Makes its pages; gives its name where WordPress cannot be had.
pub(crate) fn make() -> Result<Option<&'static str>> {
    projects::prepare(NAME, &project::root().join("tests").join(NAME))?;
    if !place::workshop(NAME).join("node_modules").is_dir() {
        println!("Installing WordPress and PHP from the npm registry (a download of 200 MB)");
    }
    if let Err(error) = process::run(&mut projects::npm(NAME, &["install"])?) {
        println!("The example {NAME} is left out: {error:#}");
        return Ok(Some(NAME));
    }
    let plugin = place::workshop(NAME).join("plugin");
    place::copy_tree(&place::sources(NAME), &plugin)?;
    place::copy_widget(&plugin.join("article-widget"))?;
    let mut pages = projects::npm(NAME, &["run", "--silent", "pages"])?;
    process::run(pages.arg("--").arg(&plugin).arg(place::site(NAME))).context("the example wordpress")?;
    Ok(None)
}

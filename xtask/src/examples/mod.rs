//! The example pages, built once for all engines: plain pages beside the release, npm projects, site generators.

mod gallery;
mod generators;
mod libraries;
mod pages;
mod place;
mod projects;
mod wordpress;
mod yew;

use crate::browsers::{self, Browser, Engine};
use crate::command_line::ExampleOptions;
use crate::{build, engine_run, package, process, project};
use anyhow::{Error, Result, bail};
use std::path::Path;
use std::process::Command;

/// `cargo xtask examples`: builds the release and the examples, and tells their stories.
pub(crate) fn run(options: &ExampleOptions) -> Result<()> {
    let engines = options.engine.map_or_else(|| Engine::ALL.to_vec(), |engine| vec![engine]);
    browsers::provide(&engines)?;
    build::release()?;
    if options.libraries {
        libraries::make()?;
    } else {
        make(&package::pack()?)?;
    }
    for engine in engines {
        let browser = browsers::find(engine).map_err(Error::msg)?;
        println!("{}", browser.name);
        let mut stories = command(engine, &browser);
        if options.libraries {
            stories.env("E2E_ALL_TAGS", "1").args(["--", libraries::NAME]);
        }
        process::run(&mut stories)?;
    }
    println!("Pictures in {}", place::pictures().display());
    Ok(())
}

/// `cargo xtask gallery`: builds the release and the gallery, and lets Chromium take its pictures.
pub(crate) fn photograph() -> Result<()> {
    let engine = Engine::Chromium;
    browsers::provide(&[engine])?;
    let browser = browsers::find(engine).map_err(Error::msg)?;
    build::release()?;
    gallery::make()?;
    let pictures = project::target().join("gallery-pictures");
    let mut gallery = command(engine, &browser);
    gallery.env("E2E_GALLERY_PICTURES", &pictures);
    process::run(gallery.args(["--", "--nocapture", "gallery"]))?;
    println!("All in one: {}", pictures.join("gallery.png").display());
    Ok(())
}

/// Fills the examples' folder from the release and its npm package. What lacks its tool is named, and on a build server an error.
pub(crate) fn make(package: &Path) -> Result<Vec<&'static str>> {
    place::empty()?;
    pages::make()?;
    yew::make()?;
    projects::make(package)?;
    gallery::make()?;
    libraries::make()?;
    let mut missing = generators::make()?;
    missing.extend(wordpress::make()?);
    if project::on_build_server() && !missing.is_empty() {
        bail!("an example could not be built");
    }
    Ok(missing)
}

/// The stories of the examples, in one engine.
pub(crate) fn command(engine: Engine, browser: &Browser) -> Command {
    let mut cargo = engine_run::command(engine, browser);
    cargo.env("E2E_EXAMPLES", place::folder()).env("E2E_PICTURES", place::pictures());
    cargo.env("E2E_VITE", place::workshop("vite"));
    cargo.args(["--test", "examples"]);
    cargo
}

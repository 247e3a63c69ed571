//! Examples that are npm projects: each installs the packed package, as anybody would, and builds.

use super::place;
use crate::{process, project, tools};
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Command;

/// The examples that install the npm package; their script `build` writes `dist/`.
const WITH_PACKAGE: [&str; 6] = ["vite", "webpack", "react", "vue", "svelte", "astro"];

/// What npm installed in an earlier run, and is kept.
const MODULES: &str = "node_modules";

/// Builds all of them.
pub(crate) fn make(package: &Path) -> Result<()> {
    for name in WITH_PACKAGE {
        prepare(name, &place::sources(name))?;
        install_package(name, package)?;
        run(name, "build")?;
        place::copy_tree(&place::workshop(name).join("dist"), &place::site(name))?;
    }
    style_sheet("bootstrap", "node_modules/bootstrap/dist/css/bootstrap.min.css")?;
    style_sheet("tailwind", "built.css")?;
    types(package)
}

/// Builds an example whose page uses a style sheet from npm; Tailwind's is made by the project's script `build`.
fn style_sheet(name: &str, sheet: &str) -> Result<()> {
    prepare(name, &place::sources(name))?;
    process::run(&mut npm(name, &["install"])?)?;
    let site = place::site(name);
    // Tailwind writes rules for the classes that it finds in the page beside `page.css`.
    if place::workshop(name).join("page.css").is_file() {
        run(name, "build")?;
    }
    place::copy_widget_beside(&site, &place::workshop(name).join("index.html"))?;
    let from = place::workshop(name).join(sheet);
    let to = site.join(from.file_name().unwrap_or_default());
    std::fs::copy(&from, &to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}

/// Checks the package's TypeScript types with the strictest settings, with those of each framework.
fn types(package: &Path) -> Result<()> {
    prepare("types", &project::root().join("tests").join("types"))?;
    install_package("types", package)?;
    run("types", "check")
}

/// Copies an example's sources into its workshop again, beside what npm installed there before.
pub(super) fn prepare(name: &str, sources: &Path) -> Result<()> {
    let workshop = place::workshop(name);
    std::fs::create_dir_all(&workshop).with_context(|| format!("cannot make {}", workshop.display()))?;
    for entry in std::fs::read_dir(&workshop)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_name() == MODULES {
            // npm does not install a package again whose name and version are already installed, though its files have changed.
            forget(&path.join("article-widget"))?;
            forget(&path.join(".package-lock.json"))?;
            forget(&path.join(".vite"))?;
        } else {
            forget(&path)?;
        }
    }
    place::copy_tree(sources, &workshop)
}

fn forget(path: &Path) -> Result<()> {
    let done = if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
    match done {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", path.display()))
        }
        _ => Ok(()),
    }
}

fn install_package(name: &str, package: &Path) -> Result<()> {
    process::run(npm(name, &["install"])?.arg(package))?;
    let manifest = "package.json";
    let installed = place::workshop(name).join(MODULES).join("article-widget");
    let packed = package.with_file_name("article-widget");
    for file in [manifest, "article-widget.js"] {
        if std::fs::read(installed.join(file)).ok() != std::fs::read(packed.join(file)).ok() {
            bail!("npm installed another {file} in the example {name} than the one that was packed");
        }
    }
    Ok(())
}

fn run(name: &str, script: &str) -> Result<()> {
    process::run(&mut npm(name, &["run", "--silent", script])?).with_context(|| format!("the example {name}"))
}

/// npm in the example's workshop.
pub(super) fn npm(name: &str, words: &[&str]) -> Result<Command> {
    let npm = process::on_path("npm").context("the examples come from the npm registry: install Node.js with npm")?;
    let mut command = process::command(npm);
    command.current_dir(place::workshop(name)).args(words);
    command.args(["--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--no-update-notifier"]);
    command.args(["--loglevel=error", "--cache"]).arg(tools::cache_folder()?.join("npm"));
    // Else Astro would ask its makers' server for a newer version, and report that it was used.
    command.env("ASTRO_TELEMETRY_DISABLED", "1");
    Ok(command)
}

//! The example that is a Yew application itself: Trunk builds it, as its readers would, with this project's lock file.

use super::place;
use crate::{path_prefix, process, tools};
use anyhow::{Context, Result};

/// Builds it, and puts the widget beside it.
pub(crate) fn make() -> Result<()> {
    let (wasm_bindgen, wasm_opt) = (tools::wasm_bindgen()?.ensure()?, tools::wasm_opt()?.ensure()?);
    let site = place::site("yew");
    // Trunk wants the folder to be there.
    std::fs::create_dir_all(&site).with_context(|| format!("cannot make {}", site.display()))?;
    let mut build = tools::trunk_command(&tools::trunk()?.ensure()?, &[&wasm_bindgen, &wasm_opt])?;
    // The flags of the release: with others cargo would compile every library once more.
    build.env(path_prefix::VARIABLE, path_prefix::flags()).current_dir(place::sources("yew"));
    process::run(build.args(["build", "--release", "--dist"]).arg(&site)).context("the example yew")?;
    place::copy_widget(&site.join("article-widget"))
}

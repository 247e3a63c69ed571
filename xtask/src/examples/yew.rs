//! The example that is a Yew application itself: Trunk builds it, as its readers would, with this project's lock file.

use super::place;
use crate::{process, rebuilt_std, tools};
use anyhow::{Context, Result};

/// Builds it, and puts the widget beside it.
pub(crate) fn make() -> Result<()> {
    let (wasm_bindgen, wasm_opt) = (tools::wasm_bindgen()?.ensure()?, tools::wasm_opt()?.ensure()?);
    let site = place::site("yew");
    // Trunk wants the folder to be there.
    std::fs::create_dir_all(&site).with_context(|| format!("cannot make {}", site.display()))?;
    let mut build = tools::trunk_command(&tools::trunk()?.ensure()?, &[&wasm_bindgen, &wasm_opt])?;
    // The settings of the release: with others cargo would compile every library once more.
    rebuilt_std::set(&mut build, &tools::ensure_rust_src()?);
    build.current_dir(place::sources("yew"));
    process::run(build.args(["build", "--release", "--dist"]).arg(&site)).context("the example yew")?;
    place::copy_widget(&site.join("article-widget"))
}

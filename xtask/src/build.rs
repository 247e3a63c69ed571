//! `cargo xtask build`: the release folder and what its files weigh.

use crate::anatomy::long_functions;
use crate::release::{self, Inputs, borders};
use crate::{process, project, rebuilt_std, size, size_budget, splitter, tools};
use anyhow::{Context, Result, bail};

/// Makes `dist/`, prints what its files weigh and fails when one is over its budget.
pub(crate) fn run() -> Result<()> {
    release()?;
    weigh()?;
    println!("Built {}", project::dist().display());
    Ok(())
}

/// Installs what is missing and makes `dist/`.
pub(crate) fn release() -> Result<()> {
    tools::ensure_wasm_target()?;
    let library = tools::ensure_rust_src()?;
    tools::ensure_crates(Some(&library))?;
    let wasm_bindgen = tools::wasm_bindgen()?.ensure()?;
    let trunk = tools::trunk()?.ensure()?;
    let inputs = Inputs::of_project();
    let splitter = splitter::install(&inputs, &wasm_bindgen)?;
    let mut build = tools::trunk_command(&trunk, &[&splitter])?;
    splitter::set(&mut build, &inputs, &wasm_bindgen);
    rebuilt_std::set(&mut build, &library);
    // Trunk wants the folder to be there.
    std::fs::create_dir_all(&inputs.built).with_context(|| format!("cannot make {}", inputs.built.display()))?;
    process::run(build.args(["build", "--release", "--features", "split", "--dist"]).arg(&inputs.built))?;
    release::lay_out(&inputs, &project::dist())
}

/// Prints the size table of `dist/` and compares it with the budget.
pub(crate) fn weigh() -> Result<()> {
    let files = size::of_folder(&project::dist())?;
    for line in size::table(&files) {
        println!("{line}");
    }
    let mut complaints = size_budget::read()?.complaints(&files);
    complaints.extend(borders::crossed(&Inputs::of_project())?);
    complaints.extend(long_functions::complaints()?);
    if !complaints.is_empty() {
        bail!("{}\n{}\n{}\n{}", complaints.join("\n"), size_budget::RULE, borders::RULE, long_functions::RULE);
    }
    Ok(())
}

//! Cuts the module into its parts (see `src/parts/`). Trunk hands what it has compiled to `wasm-bindgen`, and finds this program under
//! that name on its PATH: the module is split first, and the real wasm-bindgen is given the main part alone.

use crate::process;
use crate::release::{Inputs, LINK, LIST, emptied, write};
use crate::tools::Found;
use anyhow::{Context, Result, anyhow, bail};
use std::collections::BTreeMap;
use std::env::consts::EXE_SUFFIX;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The name under which Trunk finds it.
const NAME: &str = "wasm-bindgen";
/// The variable that names the real wasm-bindgen.
const REAL: &str = "ARTICLE_WIDGET_WASM_BINDGEN";
/// The variable that names the folder for what is split off.
const FOLDER: &str = "ARTICLE_WIDGET_PARTS";

/// Puts this program into a folder of its own under the name of wasm-bindgen, which it stands in for.
pub(crate) fn install(inputs: &Inputs, real: &Found) -> Result<Found> {
    let folder = inputs.bench("splitter")?;
    let path = folder.join(format!("{NAME}{EXE_SUFFIX}"));
    let me = std::env::current_exe().context("xtask does not know its own program")?;
    std::fs::copy(&me, &path).with_context(|| format!("cannot copy {}", me.display()))?;
    Ok(Found { path, version: real.version.clone(), folder: Some(folder) })
}

/// Tells a program that calls it what it needs to know.
pub(crate) fn set(command: &mut Command, inputs: &Inputs, real: &Found) {
    command.env(REAL, &real.path).env(FOLDER, inputs.parts());
}

/// Whether this program was started under the name of wasm-bindgen.
pub(crate) fn is_called() -> bool {
    std::env::current_exe().is_ok_and(|me| me.file_stem() == Some(OsStr::new(NAME)))
}

/// Does what wasm-bindgen was asked for, and splits the module before.
pub(crate) fn run() -> Result<()> {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let real = std::env::var_os(REAL).with_context(|| format!("{REAL} does not say which wasm-bindgen to call"))?;
    let mut command = process::command(real);
    match arguments.iter().position(|argument| Path::new(argument).extension() == Some(OsStr::new("wasm"))) {
        Some(place) => {
            let folder = std::env::var_os(FOLDER).map(PathBuf::from);
            let folder = folder.with_context(|| format!("{FOLDER} does not say where parts are to be put"))?;
            let mut arguments = arguments;
            if let Some(module) = arguments.get_mut(place) {
                *module = split(Path::new(module), &folder)?.into();
            }
            // The parts take the table of functions from the main part.
            command.args(arguments).arg("--keep-lld-exports");
        }
        // Such as a question for the version.
        None => {
            command.args(arguments);
        }
    }
    process::run(&mut command)
}

/// Splits a module, writes the parts into a folder that is emptied first, and gives the main part's path.
fn split(module: &Path, folder: &Path) -> Result<PathBuf> {
    emptied(folder)?;
    let bytes = std::fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    let main = folder.join("main").join(module.file_name().unwrap_or_default());
    std::fs::create_dir_all(main.with_file_name("")).with_context(|| format!("cannot make {}", main.display()))?;
    let mut options = wasm_split_cli_support::Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &main;
    let link = format!("./{LINK}");
    options.link_name = &link;
    let split = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("cannot split: {error:#}"))?;
    if split.prefetch_map.is_empty() {
        bail!("the module has no parts: was it compiled with the feature `split`?");
    }
    let list: BTreeMap<_, _> = split.prefetch_map.into_iter().collect();
    write(&folder.join(LIST), serde_json::to_string(&list)?.as_bytes())?;
    Ok(main)
}

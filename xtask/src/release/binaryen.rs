//! Modules made smaller by Binaryen's programs, and several that come together made into one.

use super::inputs::{Inputs, write};
use super::shared_imports;
use crate::{process, tools};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// How a module becomes small. What wasm-opt would do beyond that makes it shorter before brotli and longer after: it keeps values in
/// locals that are as easily computed anew, puts large functions into their only caller (1.8 KB of the first module, measured), and makes
/// one function with more parameters of two that are alike. The last kilobyte of the stack, where addresses are low, is never reached:
/// so offsets need not be added by themselves. (Both together are 0.9 KB of the first module.)
const SMALL: [&str; 8] = [
    "-Oz",
    "--low-memory-unused",
    "--skip-pass=local-cse",
    "--skip-pass=merge-similar-functions",
    "--skip-pass=simplify-locals",
    "-ocimfs=30",
    "--strip-producers",
    "--strip-target-features",
];

/// What the modules use: what every browser of `docs/deploying.md` knows.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The program that makes one module of several.
const MERGE: &str = "wasm-merge";

/// The programs, and a folder for passing files.
#[derive(Debug)]
pub(super) struct Binaryen {
    wasm_opt: PathBuf,
    bench: PathBuf,
}

impl Binaryen {
    /// The programs, which are installed first when need be.
    pub(super) fn new(inputs: &Inputs) -> Result<Self> {
        Ok(Self { wasm_opt: tools::wasm_opt()?.ensure()?.path, bench: inputs.bench("small")? })
    }

    /// A module without names and what nobody calls; of functions that are imported several times under one name, one is left.
    pub(super) fn small(&self, module: &Path) -> Result<Vec<u8>> {
        let small = self.bench.join("small.wasm");
        let mut command = process::command(&self.wasm_opt);
        command
            .args(FEATURES)
            .arg("--duplicate-import-elimination")
            .args(SMALL)
            .arg(module)
            .arg("--output")
            .arg(&small);
        finished(&mut command)?;
        std::fs::read(&small).with_context(|| format!("cannot read {}", small.display()))
    }

    /// One small module of several of the splitter's, whose files in a folder are called so. What a part needs alone is called `split_…`,
    /// and so the last; here it is the first.
    pub(super) fn joined(&self, folder: &Path, stems: &[&str]) -> Result<Vec<u8>> {
        let files: Vec<_> = stems.iter().rev().map(|stem| folder.join(format!("{stem}.wasm"))).collect();
        let modules = files.iter().map(std::fs::read).collect::<Result<Vec<_>, _>>()?;
        let (first, joined) = (self.bench.join("first.wasm"), self.bench.join("joined.wasm"));
        write(&first, &shared_imports::handed_on(&modules)?)?;
        let mut command = process::command(self.wasm_opt.with_file_name(MERGE));
        command.args(FEATURES).arg(&first).arg(shared_imports::SPLITTER);
        for (file, stem) in files.iter().zip(stems.iter().rev()) {
            command.arg(file).arg(stem);
        }
        finished(command.arg("--output").arg(&joined))?;
        self.small(&joined)
    }
}

/// Runs a program to its end. What it says of a module that it reads is of no interest: it warns of kinds of names that it drops.
fn finished(command: &mut Command) -> Result<()> {
    let done = command.output().with_context(|| format!("cannot start {}", command.get_program().display()))?;
    if !done.status.success() {
        let name = Path::new(command.get_program()).file_stem().unwrap_or_default();
        bail!("{} ended with {}: {}", name.display(), done.status, String::from_utf8_lossy(&done.stderr));
    }
    Ok(())
}

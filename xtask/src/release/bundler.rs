//! esbuild, told what to make of the scripts.

use super::glue;
use super::inputs::{GLUE, Inputs, LOADER, MODULE, files, write};
use super::parts::{From, LINK, Parts};
use super::stamp::Stamp;
use crate::{process, tools};
use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The oldest browsers that `docs/deploying.md` names: esbuild replaces only syntax that they do not know.
const TARGET: &str = "--target=es2022,chrome123,firefox120,safari17.5";

/// The loader's file that says where the module comes from; `single.js` and `package.js` take its place in the other forms.
const NETWORK: &str = "network.js";

/// A name for the address of a script, as long as esbuild makes a function of it: that has no address, but the script around it has.
const HERE: &str = "__article_widget_here";

/// The folders beside the loader with scripts that the glue and other parts of the release import.
const FOLDERS: [&str; 2] = ["page", "reading"];

/// Joins and shortens scripts.
#[derive(Debug)]
pub(crate) struct Bundler<'i> {
    esbuild: PathBuf,
    inputs: &'i Inputs,
}

impl<'i> Bundler<'i> {
    /// A bundler over esbuild, which is installed first when need be.
    pub(crate) fn new(inputs: &'i Inputs) -> Result<Self> {
        Ok(Self { esbuild: tools::esbuild()?.ensure()?.path, inputs })
    }

    /// The glue, with calls of our own in the place of some, and with what it imports; shortened. It has the module's parts from there.
    pub(crate) fn glue(&self, parts: &Parts, from: From) -> Result<Vec<u8>> {
        let glue = String::from_utf8(self.inputs.built(GLUE)?).context("the glue is no text")?;
        // In the same folder as the unchanged glue, because its imports are relative.
        let mut passing = vec![
            (format!("changed-{GLUE}"), glue::changed(&glue)?.into_bytes()),
            (LINK.to_owned(), parts.link(from).into_bytes()),
        ];
        if from == From::Script {
            for (name, bytes) in &parts.modules {
                passing.push((format!("{name}.gz"), gzip(bytes)?));
            }
        }
        let passing: Vec<_> = passing.into_iter().map(|(name, bytes)| (self.inputs.built.join(name), bytes)).collect();
        passing.iter().try_for_each(|(path, bytes)| write(path, bytes))?;
        let mut esbuild = self.minify("esm");
        let bundled =
            self.output(esbuild.args(["--bundle", "--loader:.gz=base64"]).args(passing.first().map(|(path, _)| path)));
        for (path, _) in &passing {
            std::fs::remove_file(path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
        bundled
    }

    /// The glue as a function that makes it anew at each call: after a module has ended another is started, and a script runs only once.
    pub(crate) fn factory(&self, glue: &[u8]) -> Result<Vec<u8>> {
        let path = self.inputs.bench("factory")?.join(GLUE);
        write(&path, glue)?;
        let mut esbuild = self.minify("iife");
        esbuild.args([
            "--bundle",
            "--global-name=glue",
            "--banner:js=export default()=>{",
            "--footer:js=return glue};",
        ]);
        esbuild.arg(format!("--define:import.meta.url={HERE}")).arg(path);
        let text = String::from_utf8(self.output(&mut esbuild)?).context("the glue is no text")?;
        Ok(text.replace(HERE, "import.meta.url").into_bytes())
    }

    /// One of the scripts beside the loader, with what it imports.
    pub(crate) fn script(&self, name: &str) -> Result<Vec<u8>> {
        self.output(self.minify("esm").arg("--bundle").arg(self.inputs.loader.join(name)))
    }

    /// A style sheet, shortened.
    pub(crate) fn style_sheet(&self, path: &Path) -> Result<Vec<u8>> {
        self.output(self.minify("esm").arg(path))
    }

    /// The loader that pages name, which finds the module in the folder beside it.
    pub(crate) fn loader(&self, stamp: &Stamp) -> Result<Vec<u8>> {
        let mut esbuild = self.minify("esm");
        esbuild.arg("--bundle").arg(define("FOLDER", &format!("./{}/", stamp.folder)));
        esbuild.arg(define("INTEGRITY", &stamp.integrity));
        self.output(esbuild.arg(self.inputs.loader.join(LOADER)))
    }

    /// The loader of the npm package, whose bundlers are to see the addresses.
    pub(crate) fn package(&self, stamp: &Stamp) -> Result<Vec<u8>> {
        let bench = self.variant("package")?;
        let mut esbuild = self.minify("esm");
        esbuild.arg("--bundle").arg(define("INTEGRITY", &stamp.integrity));
        self.output(esbuild.arg("--external:./module/*").arg(bench.join(LOADER)))
    }

    /// The classic script with everything in it.
    pub(crate) fn single(&self, glue: &[u8]) -> Result<Vec<u8>> {
        let bench = self.variant("single")?;
        write(&bench.join(GLUE), &self.factory(glue)?)?;
        write(&bench.join(format!("{MODULE}.gz")), &gzip(&self.inputs.built(MODULE)?)?)?;
        let mut esbuild = self.minify("iife");
        esbuild.args(["--bundle", "--loader:.gz=base64"]);
        self.output(esbuild.arg(bench.join(LOADER)))
    }

    /// The loader's sources, with the named one in the place of the one that fetches.
    fn variant(&self, name: &str) -> Result<PathBuf> {
        let bench = self.inputs.bench(name)?;
        for folder in [""].into_iter().chain(FOLDERS) {
            for (file, path) in files(&self.inputs.loader.join(folder))? {
                let bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
                write(&bench.join(folder).join(file), &bytes)?;
            }
        }
        std::fs::copy(self.inputs.loader.join(format!("{name}.js")), bench.join(NETWORK))
            .with_context(|| format!("the loader has no {name}.js"))?;
        Ok(bench)
    }

    fn minify(&self, format: &str) -> Command {
        let mut esbuild = process::command(&self.esbuild);
        esbuild.args(["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning", TARGET]);
        esbuild.arg(format!("--format={format}"));
        esbuild
    }

    fn output(&self, esbuild: &mut Command) -> Result<Vec<u8>> {
        let path = self.inputs.workshop.join("bundled");
        process::run(esbuild.arg(format!("--outfile={}", path.display())))?;
        let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(joined(&text).into_bytes())
    }
}

/// A name in the source that is replaced by a text.
fn define(name: &str, text: &str) -> String {
    format!("--define:{name}=\"{text}\"")
}

/// The style sheet in the loader is a text, which esbuild leaves as it is. Shortened scripts have no other lines than its rules.
fn joined(script: &str) -> String {
    script.replace("}\n", "}").replace(";\n", ";").replace("`\n:host", "`:host")
}

/// Without a name and a time in it, so that the same bytes are packed to the same bytes.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_of_a_sheet_are_joined_and_other_texts_stay() {
        assert_eq!(joined("a=`\n:host{b:c;\nd:e}\n.f{g:h}\n`;i=`j\nk`"), "a=`:host{b:c;d:e}.f{g:h}`;i=`j\nk`");
    }

    #[test]
    fn the_same_bytes_are_packed_to_the_same_bytes() {
        assert_eq!(gzip(b"module").unwrap(), gzip(b"module").unwrap());
    }
}

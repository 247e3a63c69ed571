//! The folder that is published: what stands beside what, and under which name.

use super::binaryen::Binaryen;
use super::bundler::Bundler;
use super::import_names;
use super::inputs::{GLUE, Inputs, LOADER, MODULE, PARTS, emptied, files, write};
use super::parts::{From, Parts};
use super::stamp::Stamp;
use crate::{lock_file, project};
use anyhow::{Context, Result};
use std::path::Path;

/// The types of the public contract.
const TYPES: &str = "article-widget.d.ts";

/// The two halves of the widget in a frame.
const FRAME: [&str; 2] = ["article-widget-frame.js", "embed.js"];

/// Fills `dist` anew from what Trunk built.
pub(crate) fn lay_out(inputs: &Inputs, dist: &Path) -> Result<()> {
    import_names::shorten(inputs)?;
    let binaryen = Binaryen::new(inputs)?;
    // What several names were of before is one only under the short ones.
    write(&inputs.built.join(MODULE), &binaryen.small(&inputs.built.join(MODULE))?)?;
    let bundler = Bundler::new(inputs)?;
    let parts = Parts::of(inputs, &binaryen)?;
    let glue = bundler.glue(&parts, From::Files)?;
    let module = inputs.built(MODULE)?;
    let single = bundler.single(&bundler.glue(&parts, From::Script)?)?;
    let mut scripts = vec![(GLUE, glue)];
    for name in PARTS {
        scripts.push((name, bundler.script(name)?));
    }
    let texts: Vec<&[u8]> = scripts.iter().map(|(_, text)| text.as_slice()).collect();
    let stamp = Stamp::of(&lock_file::version_of("article-widget")?.to_string(), &texts, &module);
    emptied(dist)?;
    pages(inputs, dist, &stamp)?;
    let folder = dist.join(&stamp.folder);
    scripts.iter().try_for_each(|(name, bytes)| write(&folder.join(name), bytes))?;
    write(&folder.join(MODULE), &module)?;
    parts.modules.iter().try_for_each(|(name, bytes)| write(&folder.join(name), bytes))?;
    write(&dist.join(LOADER), &bundler.loader(&stamp)?)?;
    for name in FRAME.into_iter().filter(|name| inputs.loader.join(name).is_file()) {
        write(&dist.join(name), &bundler.script(name)?)?;
    }
    write(&dist.join("article-widget.single.js"), &single)?;
    for (name, path) in files(&project::root().join("styles").join("skins"))? {
        write(&dist.join("skins").join(name), &bundler.style_sheet(&path)?)?;
    }
    let types = project::root().join("src").join("element").join("types").join(TYPES);
    std::fs::copy(&types, dist.join(TYPES)).with_context(|| format!("cannot copy {}", types.display()))?;
    Ok(())
}

/// What Trunk built besides the widget itself: the demonstration, and other pages.
fn pages(inputs: &Inputs, dist: &Path, stamp: &Stamp) -> Result<()> {
    let sources = files(&inputs.loader)?;
    let is_source = |name: &str| name.ends_with(".js") && sources.iter().any(|(source, _)| source == name);
    let is_of_widget = |name: &str| [GLUE, MODULE].contains(&name) || is_source(name);
    for (name, path) in files(&inputs.built)?.into_iter().filter(|(name, _)| !is_of_widget(name)) {
        let mut bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        if name.ends_with(".html") {
            let page = String::from_utf8(bytes).with_context(|| format!("{name} is no text"))?;
            bytes = stamped(&page, stamp).into_bytes();
        }
        write(&dist.join(name), &bytes)?;
    }
    Ok(())
}

/// A page whose hints name the files where they are.
fn stamped(page: &str, stamp: &Stamp) -> String {
    [GLUE, MODULE].iter().fold(page.to_owned(), |page, name| {
        page.replace(&format!("href=\"{name}\""), &format!("href=\"{}/{name}\"", stamp.folder))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hints_of_a_page_name_the_stamped_folder() {
        let stamp = Stamp { folder: "1.0.0-12345678".into(), integrity: String::new() };
        let page = "<link href=\"article-widget-app.js\"><link href=\"article-widget-app_bg.wasm\"><script src=\"article-widget.js\">";
        let wanted = "<link href=\"1.0.0-12345678/article-widget-app.js\"><link href=\"1.0.0-12345678/article-widget-app_bg.wasm\"><script src=\"article-widget.js\">";
        assert_eq!(stamped(page, &stamp), wanted);
    }
}

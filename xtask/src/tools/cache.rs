//! The folder that installed tools are kept in, outside the project so that every checkout shares it.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The tool cache: the folder that `ARTICLE_WIDGET_TOOLS` names, else `~/.cache/article-widget/tools`.
pub(crate) fn folder() -> Result<PathBuf> {
    if let Some(folder) = std::env::var_os("ARTICLE_WIDGET_TOOLS") {
        return std::path::absolute(folder).context("ARTICLE_WIDGET_TOOLS names no folder");
    }
    let home =
        std::env::home_dir().context("no home folder is known; set ARTICLE_WIDGET_TOOLS to a folder for the tools")?;
    Ok(home.join(".cache").join("article-widget").join("tools"))
}

/// Fills a sibling of `place` and then gives it its name, so that an interrupted install is never taken for a whole one.
pub(crate) fn fill(place: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let mut name = place.file_name().unwrap_or_default().to_os_string();
    name.push(".unfinished");
    let unfinished = place.with_file_name(name);
    std::fs::create_dir_all(&unfinished).with_context(|| format!("cannot make {}", unfinished.display()))?;
    fill(&unfinished)?;
    if place.exists() {
        // What lies at `place` is not the tool in the version that is needed, else nothing would be installed.
        std::fs::remove_dir_all(place).with_context(|| format!("cannot replace {}", place.display()))?;
    }
    std::fs::rename(&unfinished, place).with_context(|| format!("cannot put {} in its place", place.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_finished_install_gets_its_name() {
        let scratch = std::env::temp_dir().join(format!("article-widget-cache-test-{}", std::process::id()));
        let place = scratch.join("tool-1.0");
        let interrupted = fill(&place, |_| anyhow::bail!("interrupted"));
        assert!(interrupted.is_err() && !place.exists());
        fill(&place, |folder| Ok(std::fs::write(folder.join("tool"), "whole")?)).unwrap();
        assert_eq!(std::fs::read_to_string(place.join("tool")).unwrap(), "whole");
        std::fs::remove_dir_all(&scratch).unwrap();
    }
}

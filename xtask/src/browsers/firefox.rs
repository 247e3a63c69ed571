//! Firefox, with geckodriver.

use super::Browser;
use crate::version::Version;
use crate::{process, tools};
use std::path::PathBuf;

/// Firefox's program: Debian's long-term version, else the plain one.
pub(crate) fn binary() -> Option<PathBuf> {
    ["firefox-esr", "firefox"].iter().find_map(|name| process::on_path(name))
}

/// Firefox and geckodriver, if both are there.
pub(crate) fn find() -> Result<Browser, String> {
    let binary = binary().ok_or("Firefox is not installed")?;
    let geckodriver = tools::geckodriver().map_err(|error| error.to_string())?;
    let driver = geckodriver.find().ok_or("geckodriver is not installed")?;
    let answer = process::answer(&binary, &["--version"]);
    let version = answer.and_then(|text| Version::in_text(&text)).ok_or("Firefox does not tell its version")?;
    Ok(Browser { binary, driver: driver.path, name: format!("Firefox {version}") })
}

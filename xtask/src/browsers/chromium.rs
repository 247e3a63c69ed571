//! Chromium or Chrome, with chromedriver.

use super::Browser;
use crate::process;
use crate::version::Version;

/// The names of its program on PATH: Chromium's before Chrome's.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Finds the browser and its driver, of the same major version: chromedriver refuses any other browser.
pub(crate) fn find() -> Result<Browser, String> {
    let binary = NAMES.iter().find_map(|name| process::on_path(name)).ok_or("Chromium is not installed")?;
    let driver = process::on_path("chromedriver").ok_or("chromedriver is not installed")?;
    let printed = process::answer(&binary, &["--version"]).unwrap_or_default();
    let browser_version = Version::in_text(&printed).ok_or("Chromium does not tell its version")?;
    let driver_version = process::answer(&driver, &["--version"])
        .and_then(|text| Version::in_text(&text))
        .ok_or("chromedriver does not tell its version")?;
    if browser_version.major() != driver_version.major() {
        return Err(format!("chromedriver {driver_version} does not fit Chromium {browser_version}"));
    }
    Ok(Browser { binary, driver, name: format!("Chromium {browser_version}") })
}

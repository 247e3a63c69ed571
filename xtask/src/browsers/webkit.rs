//! WebKitGTK's MiniBrowser, with WebKitWebDriver, on a virtual screen.

use super::Browser;
use crate::process;
use std::path::{Path, PathBuf};

/// The folders MiniBrowser lies in, the one that Debian's driver belongs to first.
const FOLDERS: [&str; 3] = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];

/// MiniBrowser, its driver and the virtual screen that it needs, if all are there.
pub(crate) fn find() -> Result<Browser, String> {
    if !cfg!(target_os = "linux") {
        return Err("WebKit is driven through WebKitGTK, which is for Linux only".to_owned());
    }
    let driver = process::on_path("WebKitWebDriver").ok_or("WebKitWebDriver is not installed")?;
    let binary = mini_browser().ok_or("WebKitGTK's MiniBrowser is not installed")?;
    process::on_path("xvfb-run").ok_or("xvfb-run is not installed")?;
    let folder = binary.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
    Ok(Browser { binary, driver, name: format!("MiniBrowser of {folder}") })
}

/// MiniBrowser's program. It is not on PATH; distributions put it below /usr/lib, /usr/lib/<machine> or /usr/libexec.
fn mini_browser() -> Option<PathBuf> {
    let machines = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let places: Vec<PathBuf> = ["/usr/lib", "/usr/libexec"].iter().map(PathBuf::from).chain(machines).collect();
    let candidates =
        FOLDERS.iter().flat_map(|folder| places.iter().map(move |place| place.join(folder).join("MiniBrowser")));
    candidates.into_iter().find(|path| path.is_file())
}

//! `cargo xtask serve`: the page in a browser, rebuilt at every change.

use crate::command_line::ServeOptions;
use crate::{page, process, project, tools};
use anyhow::{Context, Result};
use std::time::Duration;

/// Installs what serving needs, builds, serves; ends only when it is stopped.
pub(crate) fn run(options: &ServeOptions) -> Result<()> {
    tools::ensure_wasm_target()?;
    tools::ensure_crates(None)?;
    let wasm_bindgen = tools::wasm_bindgen()?.ensure()?;
    let trunk = tools::trunk()?.ensure()?;
    let wanted = options.port;
    let port = page::free_port(wanted).context("no port is free")?;
    if port != wanted {
        println!("Port {wanted} is taken; using {port}");
    }
    println!("Building the page (the first time takes about a minute)");
    // A folder of its own: what is in dist/ stays the release that was built or tested last.
    let folder = project::target().join("serve");
    if folder.exists() {
        // Else the page of the last run would be served though the present one does not build.
        std::fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut serve = tools::trunk_command(&trunk, &[&wasm_bindgen])?;
    serve.args(["serve", "--address", "127.0.0.1", "--port", &port.to_string(), "--dist"]).arg(folder);
    // The names of the machine's other interfaces would only hide the one address that serves.
    serve.env("TRUNK_SERVE_DISABLE_ADDRESS_LOOKUP", "true");
    if options.open {
        serve.arg("--open");
    }
    announce_when_ready(port)?;
    // However `cargo xtask serve` is stopped, no server is left behind.
    process::take_over(&mut serve)
}

/// Starts a second process that prints the address: this one is replaced by trunk.
fn announce_when_ready(port: u16) -> Result<()> {
    let me = std::env::current_exe().context("xtask does not know its own program")?;
    process::command(me).args(["announce-page", &port.to_string()]).spawn().context("cannot start xtask again")?;
    Ok(())
}

/// Waits until the page answers and prints its address; gives up when the server is gone.
pub(crate) fn announce(port: u16) -> Result<()> {
    let server = parent();
    let mut told = false;
    while parent() == server {
        match page::status(port) {
            Some(200) => {
                println!("Serving at http://127.0.0.1:{port}/");
                return Ok(());
            }
            Some(_) if !told => {
                println!("The page does not build yet; the reason stands above. Saving a file builds it again.");
                told = true;
            }
            _ => {}
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    Ok(())
}

#[cfg(unix)]
fn parent() -> Option<u32> {
    Some(std::os::unix::process::parent_id())
}

#[cfg(not(unix))]
fn parent() -> Option<u32> {
    None
}

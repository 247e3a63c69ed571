//! Installing browsers and drivers where the machine allows it.

use super::{Engine, firefox};
use crate::{process, tools};
use anyhow::Result;

/// Fonts with the letters and emoji that the tests write, so that no empty box is drawn in their place.
const FONTS: [&str; 2] = ["fonts-noto-core", "fonts-noto-color-emoji"];

/// Installs what the engines lack; where that is not possible it says what to install and leaves it to the caller.
pub(crate) fn provide(engines: &[Engine]) -> Result<()> {
    let absent: Vec<Engine> = engines.iter().copied().filter(|engine| lacks_packages(*engine)).collect();
    let mut wanted: Vec<&str> = absent.iter().flat_map(|engine| engine.debian_packages()).copied().collect();
    if process::on_path("dpkg-query").is_some() {
        wanted.extend(FONTS.iter().filter(|font| !tools::Apt::has(font)));
    }
    let installed = match tools::Apt::find() {
        Some(apt) if !wanted.is_empty() => apt.install(&wanted),
        _ => Ok(()),
    };
    for engine in engines.iter().filter(|engine| lacks_packages(**engine)) {
        println!("{} is missing: {}", engine.name(), how_to_get(*engine));
    }
    if engines.contains(&Engine::Firefox) && firefox::binary().is_some() {
        tools::geckodriver()?.ensure()?;
    }
    // Where only fonts are missing, the tests can go on.
    if absent.is_empty() { Ok(()) } else { installed }
}

/// One line on how to install an engine.
pub(crate) fn how_to_get(engine: Engine) -> String {
    let packages = engine.debian_packages().join(" ");
    match engine {
        Engine::Chromium => {
            format!("install Chromium and the chromedriver of its version (Debian: apt-get install {packages})")
        }
        Engine::Firefox => format!("install Firefox (Debian: apt-get install {packages}); geckodriver comes by itself"),
        Engine::WebKit => {
            format!("install WebKitGTK's WebDriver and MiniBrowser, and Xvfb (Debian: apt-get install {packages})")
        }
    }
}

/// Whether something is missing that a distribution's packages bring.
fn lacks_packages(engine: Engine) -> bool {
    match engine {
        Engine::Firefox => firefox::binary().is_none(),
        Engine::Chromium | Engine::WebKit => super::find(engine).is_err(),
    }
}

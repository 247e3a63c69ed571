//! `cargo xtask doctor`: what is there, what is missing, how to get it.

use crate::browsers::{self, Engine};
use crate::table::{self, Align};
use crate::{process, tools};
use anyhow::Result;

/// Prints one line per thing the commands need.
pub(crate) fn run() {
    let mut rows = vec![["", "needed for", "version", "where, or how to get it"].map(String::from).to_vec()];
    rows.push(program("rustc", "all", "install Rust with rustup"));
    rows.push(wasm_target());
    rows.push(rust_src());
    rows.push(tool("serve, build, test", tools::trunk()));
    rows.push(tool("serve, build, test", tools::wasm_bindgen()));
    rows.push(tool("build, test", tools::wasm_opt()));
    rows.push(tool("build, test", tools::esbuild()));
    rows.push(program("npm", "installing wasm-opt, esbuild; examples", "install Node.js with npm"));
    rows.push(program("python3", "the examples of MkDocs and Hugo", "install Python 3 with pip"));
    rows.push(program("jekyll", "its example", "comes by itself on Debian, or install Jekyll"));
    rows.push(tool("test in Firefox", tools::geckodriver()));
    rows.extend(Engine::ALL.map(browser));
    for line in table::lines(&[Align::Left; 4], &rows) {
        println!("{line}");
    }
}

fn row(name: &str, needed_for: &str, version: &str, hint: &str) -> Vec<String> {
    [name, needed_for, version, hint].map(String::from).to_vec()
}

fn program(name: &str, needed_for: &str, how: &str) -> Vec<String> {
    let there = process::on_path(name).and_then(|path| Some((path, process::answer(name, &["--version"])?)));
    match there {
        Some((path, version)) => row(name, needed_for, version.trim(), &path.display().to_string()),
        None => row(name, needed_for, "missing", how),
    }
}

fn wasm_target() -> Vec<String> {
    let (version, hint) = if tools::has_wasm_target() {
        ("there", "")
    } else {
        ("missing", "comes by itself, or: rustup target add wasm32-unknown-unknown")
    };
    row("wasm32 target", "serve, build, test", version, hint)
}

fn rust_src() -> Vec<String> {
    match tools::rust_src() {
        Some(folder) => row("rust-src", "build, test", "there", &folder.display().to_string()),
        None => row("rust-src", "build, test", "missing", "comes by itself, or: rustup component add rust-src"),
    }
}

fn tool(needed_for: &str, tool: Result<tools::Tool>) -> Vec<String> {
    match tool {
        Err(error) => row("?", needed_for, "unknown", &error.to_string()),
        Ok(tool) => match tool.find() {
            Some(found) => row(tool.program, needed_for, &found.version.to_string(), &found.path.display().to_string()),
            None => row(tool.program, needed_for, "missing", &tool.how_to_get()),
        },
    }
}

fn browser(engine: Engine) -> Vec<String> {
    let needed_for = format!("test in {}", engine.name());
    match browsers::find(engine) {
        Ok(browser) => row(engine.name(), &needed_for, &browser.name, &browser.binary.display().to_string()),
        Err(missing) => {
            row(engine.name(), &needed_for, "missing", &format!("{missing}; {}", browsers::how_to_get(engine)))
        }
    }
}

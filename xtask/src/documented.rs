//! What the documents say of the commands, read as the command line reads it.

use crate::command_line::CommandLine;
use crate::project;
use clap::{CommandFactory, Parser, error::ErrorKind};
use std::path::Path;

/// Folders whose texts are not the project's own.
const STRANGE: [&str; 4] = [".git", "dist", "node_modules", "target"];

/// The project's Markdown, each file with its text.
fn documents(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() && !STRANGE.contains(&name.as_str()) {
            documents(&path, found);
        } else if let Some(text) = std::fs::read_to_string(&path).ok().filter(|_| name.ends_with(".md")) {
            found.push((path.display().to_string(), text));
        }
    }
}

/// What follows `cargo xtask` in a text, up to the next sign that ends a command.
fn commands(text: &str) -> Vec<&str> {
    let after = text.lines().flat_map(|line| line.split("cargo xtask ").skip(1));
    after
        .map(|after| after.split(['`', '#', ',', ';', '(', ')']).next().unwrap_or_default().trim_end_matches('.'))
        .collect()
}

/// Why the command line refuses these words, if it does.
fn refusal(words: &str) -> Option<String> {
    let words = ["xtask"].into_iter().chain(words.split_whitespace());
    let error = CommandLine::try_parse_from(words).err()?;
    (error.kind() != ErrorKind::DisplayHelp).then(|| error.to_string())
}

#[test]
fn the_documents_name_only_commands_that_there_are() {
    let mut all = Vec::new();
    documents(&project::root(), &mut all);
    let said: Vec<_> =
        all.iter().flat_map(|(path, text)| commands(text).into_iter().map(move |it| (path, it))).collect();
    for (path, words) in &said {
        assert_eq!(refusal(words), None, "{path}: `cargo xtask {words}`");
    }
    assert!(said.len() > 30, "{said:?}");
    assert_eq!(commands("`cargo xtask a --b`, or cargo xtask c # d"), ["a --b", "c "]);
    assert!(refusal("sevre").is_some() && refusal("serve --prot 1").is_some() && refusal("help soak").is_none());
}

#[test]
fn every_command_is_on_the_page_of_commands() {
    let page = std::fs::read_to_string(project::root().join("docs/commands.md")).unwrap();
    let mut line = CommandLine::command();
    // It adds `help` only when it begins to read.
    line.build();
    let commands = line.get_subcommands().filter(|command| !command.is_hide_set()).map(clap::Command::get_name);
    let commands: Vec<&str> = commands.collect();
    assert!(commands.contains(&"thread") && commands.contains(&"help"), "{commands:?}");
    let is_there = |name: &str| {
        let row = format!("| `cargo xtask {name}");
        page.lines().filter_map(|line| line.strip_prefix(&row)).any(|rest| rest.starts_with(['`', ' ']))
    };
    let lacking: Vec<&&str> = commands.iter().filter(|name| !is_there(name)).collect();
    assert!(lacking.is_empty(), "docs/commands.md lacks `cargo xtask` with {lacking:?}");
    assert!(!is_there("benc") && is_there("bench"));
}

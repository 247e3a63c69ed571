//! The project's own commands, behind `cargo xtask`; `cargo xtask help` lists them.

mod anatomy;
mod bench;
mod browsers;
mod build;
mod command_line;
mod doctor;
#[cfg(test)]
mod documented;
mod durability;
mod engine_run;
mod examples;
mod lock_file;
mod package;
mod page;
mod path_prefix;
mod process;
mod project;
mod rebuilt_std;
mod release;
mod screenshots;
mod serve;
mod size;
mod size_budget;
mod soak;
mod splitter;
mod stopwatch;
mod table;
mod test;
mod thread;
mod tools;
mod version;

use anyhow::Result;
use clap::{CommandFactory, Parser};
use command_line::{Command, CommandLine};
use std::process::ExitCode;

fn main() -> ExitCode {
    let done =
        if splitter::is_called() { splitter::run() } else { CommandLine::parse().command.map_or_else(help, run) };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn help() -> Result<()> {
    Ok(CommandLine::command().print_help()?)
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Thread { words } => std::process::exit(thread::run(&words)?),
        Command::Serve(options) => serve::run(&options),
        Command::AnnouncePage { port } => serve::announce(port),
        Command::StartTestProgram { words } => test::timing::start(&words),
        Command::Build => build::run(),
        Command::Size(options) => anatomy::run(&options),
        Command::Package => package::run(),
        Command::Examples(options) => examples::run(&options),
        Command::Gallery => examples::photograph(),
        Command::Test(options) => test::run(&options),
        Command::Soak(options) => soak::run(&options),
        Command::Bench(options) => bench::run(&options),
        Command::Doctor => {
            doctor::run();
            Ok(())
        }
        Command::Screenshots { to } => screenshots::run(to),
    }
}

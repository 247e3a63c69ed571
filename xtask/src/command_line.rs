//! The commands behind `cargo xtask` with their options, and what is said about them.

use crate::browsers::Engine;
use crate::test::timing;
use clap::{Args, Parser, Subcommand};
use std::ffi::OsString;
use std::path::PathBuf;

const ABOUT_TOOLS: &str = "\
`cargo xtask help <COMMAND>` tells the options of one command.
Tools come from PATH when their version fits, else from ~/.cache/article-widget/tools (another folder:
ARTICLE_WIDGET_TOOLS), where they are installed the first time a command needs them.
With CI=true every browser engine is required; otherwise an absent one is named and skipped.";

/// The project's commands.
#[derive(Debug, Parser, PartialEq, Eq)]
#[command(name = "xtask", bin_name = "cargo xtask", after_help = ABOUT_TOOLS)]
pub(crate) struct CommandLine {
    /// The command; without one the help is shown.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// One command with its options.
#[derive(Debug, PartialEq, Eq, Subcommand)]
pub(crate) enum Command {
    /// Build, serve with live reload, print the address
    Serve(ServeOptions),
    /// The half of `serve` that prints the address once the page answers
    #[command(hide = true)]
    AnnouncePage { port: u16 },
    /// The release folder dist/, with its sizes checked against xtask/size-budget.toml
    Build,
    /// What the bytes of the release are: by part, room, crate and function, or what changed since a commit
    Size(SizeOptions),
    /// The npm package in target/npm/, of what build makes
    Package,
    /// Everything: format, lints, native tests, browser tests, release build, end-to-end tests
    Test(TestOptions),
    /// The half of `test` that starts a test program so that it tells times
    #[command(name = timing::STARTER, hide = true, disable_help_flag = true)]
    StartTestProgram {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        words: Vec<OsString>,
    },
    /// The pages of examples/, built with the tools they are for, and each tried in a browser
    Examples(ExampleOptions),
    /// The widget on host pages in 27 style sheets, tried and photographed (target/gallery-pictures)
    Gallery,
    /// The sweeps and invariants of the test bed for long: hours, unless told otherwise
    Soak(SoakOptions),
    /// What threads weigh and how fast they appear in Chromium, beside plain HTML, small scripts and other widgets
    Bench(BenchOptions),
    /// Pictures of the built page
    Screenshots {
        /// The folder for them [default: target/screenshots]
        #[arg(long, value_name = "FOLDER")]
        to: Option<PathBuf>,
    },
    /// Merge what readers handed over into the published file: `thread merge FILE... -o OUTPUT`; `thread --help` tells more
    #[command(disable_help_flag = true)]
    Thread {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        words: Vec<OsString>,
    },
    /// What is there, what is missing, how to get it
    Doctor,
}

/// The options of `serve`.
#[derive(Args, Debug, Default, PartialEq, Eq)]
pub(crate) struct ServeOptions {
    /// The port to try first
    #[arg(long, value_name = "N", default_value_t = 8080)]
    pub(crate) port: u16,
    /// Open a browser
    #[arg(long)]
    pub(crate) open: bool,
}

/// The options of `size`.
#[derive(Args, Debug, Default, PartialEq, Eq)]
pub(crate) struct SizeOptions {
    /// Only what changed against this commit, which is built as well unless its sizes were kept
    #[arg(long, value_name = "COMMIT")]
    pub(crate) since: Option<String>,
}

/// The options of `examples`.
#[derive(Args, Debug, Default, PartialEq, Eq)]
pub(crate) struct ExampleOptions {
    /// In this engine only
    #[arg(long = "browser", value_name = "ENGINE")]
    pub(crate) engine: Option<Engine>,
    /// Only the libraries that change a page's elements (tests/libraries/), and their stories
    #[arg(long)]
    pub(crate) libraries: bool,
}

/// The options of `test`.
#[derive(Args, Debug, Default, PartialEq, Eq)]
pub(crate) struct TestOptions {
    /// Only what needs no browser and no tool; installs nothing
    #[arg(long)]
    pub(crate) quick: bool,
    /// End-to-end tests in this engine only
    #[arg(long = "browser", value_name = "ENGINE")]
    pub(crate) engine: Option<Engine>,
}

/// The options of `soak`.
#[derive(Args, Debug, Default, PartialEq, Eq)]
pub(crate) struct SoakOptions {
    /// About how long it may take
    #[arg(long, value_name = "N")]
    pub(crate) minutes: Option<u32>,
    /// 100 kills and long races in Chromium instead, about half an hour
    #[arg(long)]
    pub(crate) browser: bool,
}

/// The options of `bench`.
#[derive(Args, Debug, Default, PartialEq, Eq)]
pub(crate) struct BenchOptions {
    /// Isso, Artalk and Waline as well, installed from PyPI and npm
    #[arg(long)]
    pub(crate) peers: bool,
    /// Three repetitions at the processor's full speed, without the slow network
    #[arg(long)]
    pub(crate) quick: bool,
    /// Only these: plain, minimal, auto, widget, isso, artalk, waline
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub(crate) only: Vec<String>,
    /// Only threads of so many comments
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',')]
    pub(crate) sizes: Vec<usize>,
    /// By how much the processor is slowed down [default: 1,4]
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',')]
    pub(crate) cpu: Vec<u32>,
    /// How often everything is measured [default: 5]
    #[arg(long, value_name = "N")]
    pub(crate) repetitions: Option<usize>,
    /// Measure what is in dist/ and build nothing
    #[arg(long)]
    pub(crate) built: bool,
    /// Tell what the last run measured, and measure nothing
    #[arg(long)]
    pub(crate) again: bool,
    /// Write docs/benchmarks.md and its picture
    #[arg(long)]
    pub(crate) write: bool,
    /// What opening, posting, editing and hearing cost in threads of 100 to 50,000 comments instead; needs no browser
    #[arg(long, exclusive = true)]
    pub(crate) growth: bool,
    /// How long a key waits in a text as long as a comment may be, with its preview open, instead
    #[arg(long, conflicts_with_all = ["growth", "peers", "quick", "only", "sizes", "cpu", "repetitions", "again", "write"])]
    pub(crate) typing: bool,
    /// Whether the page can be used while an article of a megabyte is read, from each kind of source, instead
    #[arg(long, conflicts_with_all = ["growth", "typing", "peers", "quick", "only", "sizes", "cpu", "repetitions", "again", "write"])]
    pub(crate) articles: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::{CommandFactory, error::ErrorKind};

    fn parsed(line: &str) -> Result<Option<Command>, clap::Error> {
        CommandLine::try_parse_from(["xtask"].into_iter().chain(line.split_whitespace())).map(|line| line.command)
    }

    #[track_caller]
    fn reads(line: &str, command: Command) {
        assert_eq!(parsed(line).unwrap(), Some(command), "{line}");
    }

    #[test]
    fn no_word_at_all_asks_for_help() {
        assert_eq!(parsed("").unwrap(), None);
        assert_eq!(parsed("help").unwrap_err().kind(), ErrorKind::DisplayHelp);
    }

    #[test]
    fn options_reach_their_command() {
        reads("serve --open --port 9000", Command::Serve(ServeOptions { port: 9000, open: true }));
        let engine = Some(Engine::WebKit);
        reads("test --browser webkit", Command::Test(TestOptions { quick: false, engine }));
        reads("soak --minutes 5", Command::Soak(SoakOptions { minutes: Some(5), browser: false }));
        let engine = Some(Engine::Firefox);
        reads("examples --browser firefox --libraries", Command::Examples(ExampleOptions { engine, libraries: true }));
        assert!(parsed("examples --quick").is_err());
        reads("size --since HEAD", Command::Size(SizeOptions { since: Some("HEAD".into()) }));
        reads("gallery", Command::Gallery);
        assert!(parsed("gallery --quick").is_err());
        let words = |words: &[&str]| words.iter().map(OsString::from).collect();
        reads("thread merge a -o b", Command::Thread { words: words(&["merge", "a", "-o", "b"]) });
        reads("thread --help", Command::Thread { words: words(&["--help"]) });
        let told = words(&["a/b", "--exact", "--help", "-Z"]);
        reads("start-test-program a/b --exact --help -Z", Command::StartTestProgram { words: told });
        reads("bench", Command::Bench(BenchOptions::default()));
        reads("bench --typing", Command::Bench(BenchOptions { typing: true, ..BenchOptions::default() }));
        reads("bench --articles", Command::Bench(BenchOptions { articles: true, ..BenchOptions::default() }));
        reads("bench --growth", Command::Bench(BenchOptions { growth: true, ..BenchOptions::default() }));
        let (only, sizes) = (vec!["widget".to_owned(), "plain".to_owned()], vec![10, 100]);
        let chosen = BenchOptions { only, sizes, repetitions: Some(2), ..BenchOptions::default() };
        reads("bench --only widget,plain --sizes 10,100 --repetitions 2", Command::Bench(chosen));
        assert!(parsed("bench --growth --sizes 5").is_err());
        reads("screenshots --to out", Command::Screenshots { to: Some("out".into()) });
    }

    #[test]
    fn an_unknown_word_is_named_in_the_error() {
        for line in ["sevre", "serve --prot 1", "build now", "test --browser lynx", "serve --port eighty"] {
            let wrong = line
                .split_whitespace()
                .find(|word| !["serve", "build", "test", "--browser", "--port", "1"].contains(word))
                .unwrap();
            let said = parsed(line).unwrap_err().to_string();
            assert!(said.contains(wrong), "{line}: {said}");
        }
    }

    #[test]
    fn a_slip_of_the_hand_is_put_right() {
        for (line, meant) in
            [("sevre", "'serve'"), ("serve --prot 1", "'--port'"), ("test --browser crome", "chromium")]
        {
            let said = parsed(line).unwrap_err().to_string();
            assert!(said.contains(meant), "{line}: {said}");
        }
    }

    #[test]
    fn the_help_names_every_command_but_the_halves_of_others() {
        let help = CommandLine::command().render_help().to_string();
        for command in CommandLine::command().get_subcommands() {
            let is_named = help.lines().any(|line| line.trim_start().starts_with(&format!("{} ", command.get_name())));
            assert_eq!(is_named, !command.is_hide_set(), "{}: {help}", command.get_name());
        }
        CommandLine::command().debug_assert();
    }
}

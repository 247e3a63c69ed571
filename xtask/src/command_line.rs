//! From the words after `cargo xtask` to the command they ask for.

use crate::browsers::Engine;
use crate::test::timing;
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// How many comments `bench` loads when nobody says otherwise.
const BENCH_COMMENTS: u32 = 1000;

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Build and serve with live reload.
    Serve(ServeOptions),
    /// The half of `serve` that prints the address once the page answers; not in the help.
    AnnouncePage { port: u16 },
    /// The half of `test` that starts a test program so that it tells times; not in the help.
    StartTestProgram { words: Vec<String> },
    /// Make `dist/`.
    Build,
    /// Make the npm package.
    Package,
    /// Build the examples and run their tests.
    Examples(ExampleOptions),
    /// Build the gallery of host pages, try it and take pictures.
    Gallery,
    /// Run the tests.
    Test(TestOptions),
    /// Run the sweeps for long.
    Soak(SoakOptions),
    /// Measure.
    Bench(BenchOptions),
    /// List tools.
    Doctor,
    /// Take pictures.
    Screenshots { folder: Option<PathBuf> },
    /// Merge submissions of readers into the published file, as the words after `thread` say.
    Thread { words: Vec<String> },
    /// Explain.
    Help,
}

/// The options of `serve`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct ServeOptions {
    /// The port to try first.
    pub(crate) port: Option<u16>,
    /// Whether to open a browser.
    pub(crate) open: bool,
}

/// The options of `examples`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct ExampleOptions {
    /// Stories in this engine only.
    pub(crate) engine: Option<Engine>,
    /// Only the libraries that change a page, and their stories.
    pub(crate) libraries: bool,
}

/// The options of `test`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct TestOptions {
    /// Only what needs no browser.
    pub(crate) quick: bool,
    /// End-to-end tests in this engine only.
    pub(crate) engine: Option<Engine>,
}

/// The options of `soak`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct SoakOptions {
    /// About how long it may take.
    pub(crate) minutes: Option<u32>,
    /// Kills and races in Chromium instead of the simulated browser.
    pub(crate) browser: bool,
}

/// What `bench` measures.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum BenchOptions {
    /// How fast so many comments appear in Chromium.
    Appearing { comments: u32 },
    /// What an act costs in short and long threads, without a browser.
    Growth,
}

/// Reads the command; an unknown word is an error that names it.
pub(crate) fn parse(words: &[String]) -> Result<Command> {
    let mut rest = words.iter().map(String::as_str);
    let command = match rest.next() {
        None | Some("help" | "--help" | "-h") => Command::Help,
        Some("serve") => Command::Serve(serve_options(&mut rest)?),
        Some("announce-page") => Command::AnnouncePage { port: number("the port", rest.next())? },
        Some(timing::STARTER) => Command::StartTestProgram { words: rest.by_ref().map(String::from).collect() },
        Some("build") => Command::Build,
        Some("package") => Command::Package,
        Some("examples") => Command::Examples(example_options(&mut rest)?),
        Some("gallery") => Command::Gallery,
        Some("test") => Command::Test(test_options(&mut rest)?),
        Some("soak") => Command::Soak(soak_options(&mut rest)?),
        Some("bench") => Command::Bench(bench_options(&mut rest)?),
        Some("thread") => Command::Thread { words: rest.by_ref().map(String::from).collect() },
        Some("doctor") => Command::Doctor,
        Some("screenshots") => Command::Screenshots { folder: screenshot_folder(&mut rest)? },
        Some(word) => bail!("there is no command `{word}`; `cargo xtask help` lists them"),
    };
    match rest.next() {
        Some(word) => bail!("`{word}` is not understood here; see `cargo xtask help`"),
        None => Ok(command),
    }
}

fn serve_options<'a>(words: &mut impl Iterator<Item = &'a str>) -> Result<ServeOptions> {
    let mut options = ServeOptions::default();
    while let Some(word) = words.next() {
        match word {
            "--port" => options.port = Some(number("--port", words.next())?),
            "--open" => options.open = true,
            _ => bail!("`serve` has no option `{word}`; it takes --port N and --open"),
        }
    }
    Ok(options)
}

fn example_options<'a>(words: &mut impl Iterator<Item = &'a str>) -> Result<ExampleOptions> {
    let mut options = ExampleOptions::default();
    while let Some(word) = words.next() {
        match word {
            "--libraries" => options.libraries = true,
            "--browser" => options.engine = Some(Engine::named(words.next().unwrap_or_default())?),
            _ => bail!("`examples` has no option `{word}`; it takes --browser ENGINE and --libraries"),
        }
    }
    Ok(options)
}

fn test_options<'a>(words: &mut impl Iterator<Item = &'a str>) -> Result<TestOptions> {
    let mut options = TestOptions::default();
    while let Some(word) = words.next() {
        match word {
            "--quick" => options.quick = true,
            "--browser" => options.engine = Some(Engine::named(words.next().unwrap_or_default())?),
            _ => bail!("`test` has no option `{word}`; see `cargo xtask help`"),
        }
    }
    Ok(options)
}

fn soak_options<'a>(words: &mut impl Iterator<Item = &'a str>) -> Result<SoakOptions> {
    let mut options = SoakOptions::default();
    while let Some(word) = words.next() {
        match word {
            "--minutes" => options.minutes = Some(number("--minutes", words.next())?),
            "--browser" => options.browser = true,
            _ => bail!("`soak` has no option `{word}`; it takes --minutes N and --browser"),
        }
    }
    Ok(options)
}

fn bench_options<'a>(words: &mut impl Iterator<Item = &'a str>) -> Result<BenchOptions> {
    match words.next() {
        None => Ok(BenchOptions::Appearing { comments: BENCH_COMMENTS }),
        Some("--comments") => Ok(BenchOptions::Appearing { comments: number("--comments", words.next())? }),
        Some("--growth") => Ok(BenchOptions::Growth),
        Some(word) => bail!("`bench` has no option `{word}`; it takes --comments N or --growth"),
    }
}

fn screenshot_folder<'a>(words: &mut impl Iterator<Item = &'a str>) -> Result<Option<PathBuf>> {
    match words.next() {
        None => Ok(None),
        Some("--to") => Ok(Some(PathBuf::from(words.next().context("--to wants a folder")?))),
        Some(word) => bail!("`screenshots` has no option `{word}`; it takes --to FOLDER"),
    }
}

fn number<N: std::str::FromStr>(option: &str, word: Option<&str>) -> Result<N> {
    let word = word.with_context(|| format!("{option} wants a number"))?;
    word.parse().ok().with_context(|| format!("{option} wants a number, not `{word}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command> {
        parse(&line.split_whitespace().map(String::from).collect::<Vec<_>>())
    }

    #[test]
    fn no_word_at_all_asks_for_help() {
        assert_eq!(parsed("").unwrap(), Command::Help);
    }

    #[test]
    fn options_reach_their_command() {
        assert_eq!(
            parsed("serve --open --port 9000").unwrap(),
            Command::Serve(ServeOptions { port: Some(9000), open: true })
        );
        assert_eq!(
            parsed("test --browser webkit").unwrap(),
            Command::Test(TestOptions { quick: false, engine: Some(Engine::WebKit) })
        );
        assert_eq!(
            parsed("soak --minutes 5").unwrap(),
            Command::Soak(SoakOptions { minutes: Some(5), browser: false })
        );
        assert_eq!(
            parsed("examples --browser firefox --libraries").unwrap(),
            Command::Examples(ExampleOptions { engine: Some(Engine::Firefox), libraries: true })
        );
        assert!(parsed("examples --quick").is_err());
        assert_eq!(parsed("gallery").unwrap(), Command::Gallery);
        assert!(parsed("gallery --quick").is_err());
        let words = ["merge", "a", "-o", "b"].map(String::from).into();
        assert_eq!(parsed("thread merge a -o b").unwrap(), Command::Thread { words });
        assert_eq!(parsed("bench").unwrap(), Command::Bench(BenchOptions::Appearing { comments: 1000 }));
        assert_eq!(parsed("bench --growth").unwrap(), Command::Bench(BenchOptions::Growth));
        assert!(parsed("bench --growth --comments 5").is_err());
        assert_eq!(parsed("screenshots --to out").unwrap(), Command::Screenshots { folder: Some("out".into()) });
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
}

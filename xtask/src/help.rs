//! What `cargo xtask help` says.

/// The commands and their options, one line each.
pub(crate) const TEXT: &str = "\
cargo xtask <command>

  serve [--port N] [--open]    build, serve with live reload, print the address
  build                        the release folder dist/, with its sizes checked against xtask/size-budget.toml
  package                      the npm package in target/npm/, of what build makes
  test                         everything: format, lints, native tests, browser tests, release build, end-to-end tests
  test --quick                 only what needs no browser and no tool; installs nothing
  test --browser <engine>      end-to-end tests in one engine: chromium, firefox or webkit
  examples [--browser <engine>]
                               builds the pages of examples/ with the tools they are for, and tries each in a browser
  examples --libraries         only the libraries that change a page's elements (tests/libraries/), and their stories
  gallery                      tries the widget on host pages in 27 style sheets, and takes pictures (target/gallery-pictures)
  soak [--minutes N]           the sweeps and invariants of the test bed for long: hours, or about N minutes
  soak --browser               100 kills and long races in Chromium, about half an hour
  bench [--comments N]         how fast N comments (1000) appear in Chromium, against plain HTML of the same thread
  bench --growth               what posting, editing and hearing cost in threads of 100 to 50,000 comments; needs no browser
  screenshots [--to FOLDER]    pictures of the built page (target/screenshots)
  thread merge FILE... -o OUT  merge what readers handed over into the published file; `thread --help` tells more
  doctor                       what is there, what is missing, how to get it
  help                         this text

Tools come from PATH when their version fits, else from ~/.cache/article-widget/tools (another folder:
ARTICLE_WIDGET_TOOLS), where they are installed the first time a command needs them.
With CI=true every browser engine is required; otherwise an absent one is named and skipped.";

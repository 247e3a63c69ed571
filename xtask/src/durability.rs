//! Kills, races and cleared storage in real Chromium, on the built pages: what is called saved must be there afterwards.

use crate::browsers::{self, Browser, Engine};
use crate::{build, engine_run, process};
use anyhow::{Error, Result};
use std::process::Command;

/// How often Chromium is killed: in `cargo xtask test`, and in `cargo xtask soak --browser`.
const KILLS: (u32, u32) = (12, 100);
/// In a soak, how many rounds of opening, cloning and morphing the story `churn` has.
const ROUNDS: u32 = 20_000;
/// In a soak, with how many seeds texts are changed at random.
const SEEDS: &str = "20";
/// The factor by which the races between tabs are longer: in `cargo xtask test` (as they stand), and in a soak.
const RACE: (u32, u32) = (1, 4);

/// The part that `cargo xtask test` runs; it takes about three minutes.
pub(crate) fn check(browser: &Browser) -> Command {
    command(browser, KILLS.0, RACE.0)
}

/// Builds the release, kills Chromium and races tabs for about half an hour, for a quarter of an hour tells the stories in which a
/// page's scripts move, clone and change the widget, and then tries every hostile string in every place.
pub(crate) fn soak() -> Result<()> {
    browsers::provide(&[Engine::Chromium])?;
    let browser = browsers::find(Engine::Chromium).map_err(Error::msg)?;
    build::release()?;
    process::run(&mut command(&browser, KILLS.1, RACE.1))?;
    let mut churn = engine_run::command(Engine::Chromium, &browser);
    churn
        .env("E2E_ROUNDS", ROUNDS.to_string())
        .env("E2E_ALL_TAGS", "1")
        .env("E2E_ALL_STRINGS", "1")
        .env("E2E_SEEDS", SEEDS);
    process::run(churn.args([
        "--test",
        "stories",
        "--",
        "--nocapture",
        "churn",
        "foreign_dom",
        "hostile_strings",
        "hostile_search",
        "hostile_fragments",
        "changed_at_random",
    ]))
}

/// So many of these tests at once: they mostly wait until something is on the disk, and each has a browser of its own. More would
/// have the tabs that race in one test wait for those of another.
const AT_ONCE: &str = "2";

/// The tests of `durability`; what they print is shown.
fn command(browser: &Browser, kills: u32, race: u32) -> Command {
    let mut cargo = engine_run::command(Engine::Chromium, browser);
    cargo.env("E2E_KILLS", kills.to_string()).env("E2E_RACE", race.to_string()).env(engine_run::TESTS_AT_ONCE, AT_ONCE);
    cargo.args(["--test", "durability", "--", "--nocapture"]);
    cargo
}

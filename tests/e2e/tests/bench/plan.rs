//! What one run of the bench measures, as `cargo xtask bench` says it in `E2E_BENCH`.

use crate::subject::Subject;
use article_widget_e2e::OrFail;
use serde::Deserialize;
use std::path::PathBuf;

/// What is measured.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Plan {
    /// Whose pages.
    pub(crate) subjects: Vec<Subject>,
    /// How many comments their threads have.
    pub(crate) sizes: Vec<usize>,
    /// By how much the processor is slowed down: 1 for not at all.
    pub(crate) cpu: Vec<u32>,
    /// Whether first and second visits over a slow network are measured as well.
    pub(crate) network: bool,
    /// How often everything is measured, one after the other.
    pub(crate) repetitions: usize,
    /// The file for one line of JSON per visit.
    pub(crate) visits: PathBuf,
    /// The folder for a picture of each page.
    pub(crate) pictures: PathBuf,
    /// Where the peers lie.
    #[serde(default)]
    pub(crate) peers: Peers,
}

/// The installed packages of the other widgets; none where they are not measured.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Peers {
    /// The folder that Python finds Isso in.
    pub(crate) isso: Option<PathBuf>,
    /// The folder of Artalk's npm package.
    pub(crate) artalk: Option<PathBuf>,
    /// The folder of the npm package of Waline's client.
    pub(crate) waline: Option<PathBuf>,
}

impl Plan {
    /// The plan; none where nobody asked for a measurement.
    #[track_caller]
    pub(crate) fn read() -> Option<Self> {
        let text = std::env::var("E2E_BENCH").ok()?;
        Some(serde_json::from_str(&text).or_fail("E2E_BENCH is no plan"))
    }
}

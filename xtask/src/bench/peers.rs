//! The widgets that this one is compared with, installed from their registries.

use crate::tools;
use anyhow::Result;
use serde::Serialize;
use std::path::PathBuf;

/// Where they lie; none where they are not asked for.
#[derive(Debug, Default, PartialEq, Serialize)]
pub(super) struct Peers {
    isso: Option<PathBuf>,
    artalk: Option<PathBuf>,
    waline: Option<PathBuf>,
}

impl Peers {
    /// All three, installed first when need be.
    pub(super) fn installed() -> Result<Self> {
        Ok(Self {
            isso: Some(tools::pip("isso", "0.14.0")?),
            artalk: Some(tools::npm_package("artalk", "2.9.1")?),
            waline: Some(tools::npm_package("@waline/client", "3.15.2")?),
        })
    }
}

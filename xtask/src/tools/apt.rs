//! Debian's package manager, where it is there and we may use it.

use crate::process;
use anyhow::{Context, Result};
use std::process::Command;

/// A way to run `apt-get` that asks no question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Apt {
    by_sudo: bool,
}

impl Apt {
    /// On a Debian-like machine, as root or with a `sudo` that wants no password.
    pub(crate) fn find() -> Option<Self> {
        process::on_path("apt-get")?;
        if process::answer("id", &["-u"]).is_some_and(|id| id.trim() == "0") {
            return Some(Self { by_sudo: false });
        }
        process::answer("sudo", &["-n", "true"]).map(|_| Self { by_sudo: true })
    }

    /// Whether a package is installed.
    pub(crate) fn has(package: &str) -> bool {
        process::answer("dpkg-query", &["--show", "--showformat=${db:Status-Status}", package])
            .is_some_and(|status| status.trim() == "installed")
    }

    /// Installs packages without their recommendations.
    pub(crate) fn install(self, packages: &[&str]) -> Result<()> {
        println!("Installing {} with apt-get (a download of 1 to 3 minutes)", packages.join(", "));
        process::run(self.apt_get().args(["-qq", "update"])).context("apt-get cannot read its package lists")?;
        process::run(self.apt_get().args(["-qq", "install", "--yes", "--no-install-recommends"]).args(packages))
    }

    fn apt_get(self) -> Command {
        // `env`, because sudo drops the variables it is not told to keep.
        let mut command = process::command(if self.by_sudo { "sudo" } else { "env" });
        if self.by_sudo {
            command.args(["-n", "env"]);
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    }
}

//! Which of our own environment variables a program that we start may see.

use std::ffi::OsStr;
use std::process::Command;

/// A program, without the environment variables that `cargo run` set about xtask: cargo would take them to be about other packages.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    remove(&mut command, is_about_xtask);
    command
}

/// Cargo, of the toolchain that runs xtask.
pub(crate) fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The command without this project's target folder, flags and profiles: for building a tool that is not part of it.
pub(crate) fn without_build_settings(mut command: Command) -> Command {
    remove(&mut command, is_build_setting);
    command
}

fn remove(command: &mut Command, unwanted: fn(&str) -> bool) {
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(unwanted) {
            command.env_remove(name);
        }
    }
}

fn is_about_xtask(name: &str) -> bool {
    let prefixes = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"];
    prefixes.iter().any(|prefix| name.starts_with(prefix))
        || ["CARGO_CRATE_NAME", "CARGO_PRIMARY_PACKAGE", "OUT_DIR"].contains(&name)
}

fn is_build_setting(name: &str) -> bool {
    let prefixes = ["CARGO_BUILD_", "CARGO_PROFILE_", "CARGO_UNSTABLE_"];
    let names = [
        "CARGO_TARGET_DIR",
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_INCREMENTAL",
        "CARGO_INSTALL_ROOT",
        "RUSTFLAGS",
        "RUSTDOCFLAGS",
    ];
    // CARGO_TARGET_<triple>_LINKER stays: a machine that needs it cannot link anything without.
    let flags_of_a_target =
        name.starts_with("CARGO_TARGET_") && (name.ends_with("_RUSTFLAGS") || name.ends_with("_RUNNER"));
    prefixes.iter().any(|prefix| name.starts_with(prefix)) || names.contains(&name) || flags_of_a_target
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_s_build_sees_the_machine_s_settings_but_not_the_project_s() {
        let project_s = [
            "CARGO_TARGET_DIR",
            "RUSTFLAGS",
            "CARGO_BUILD_TARGET",
            "CARGO_PROFILE_RELEASE_LTO",
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
        ];
        let machine_s = [
            "CARGO_HOME",
            "CARGO_HTTP_CAINFO",
            "CARGO_NET_OFFLINE",
            "CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER",
            "PATH",
        ];
        assert!(project_s.iter().all(|name| is_build_setting(name)));
        assert!(!machine_s.iter().any(|name| is_build_setting(name) || is_about_xtask(name)));
    }

    #[test]
    fn the_target_folder_the_user_chose_is_kept_for_the_project_s_own_builds() {
        assert!(!is_about_xtask("CARGO_TARGET_DIR"));
        assert!(is_about_xtask("CARGO_PKG_NAME"));
    }
}

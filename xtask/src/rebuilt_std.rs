//! Has cargo build the standard library anew with the module: small rather than fast, and without what only a panic's message
//! needs. That is a tenth of the module's bytes. The compiler takes these settings on its stable channel when a variable says so.

use crate::path_prefix;
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::Command;

/// The variable by which cargo takes flags for the module and for nothing that runs on this machine.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// What cargo is told, whoever calls it.
const SETTINGS: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// What the compiler is told: a panic ends the module at once, and neither says where in the source nor shows any value.
const COMPILER: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// Sets the variables for a program that calls cargo; `library` is the folder with the sources of the standard library.
pub(crate) fn set(command: &mut Command, library: &Path) {
    command.envs(SETTINGS).env(FLAGS, flags(std::env::var_os(FLAGS).as_deref(), library));
}

/// The flags for the module; whatever the variable says already comes first.
fn flags(present: Option<&OsStr>, library: &Path) -> OsString {
    let ours = COMPILER.map(OsString::from).into_iter().chain(path_prefix::flags(library));
    // A path with a space in it cannot be said in the variable, and stays as it is.
    let ours = ours.filter(|flag| !flag.to_string_lossy().contains(' '));
    let mut flags = present.unwrap_or_default().to_owned();
    for flag in ours {
        if !flags.is_empty() {
            flags.push(" ");
        }
        flags.push(flag);
    }
    flags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_variable_says_already_is_kept_and_comes_first() {
        let flags = flags(Some(OsStr::new("-Ctarget-cpu=mvp")), Path::new("/library")).into_string().unwrap();
        assert!(flags.starts_with("-Ctarget-cpu=mvp -Zunstable-options -Cpanic=immediate-abort "), "{flags}");
        assert!(flags.contains(" --remap-path-prefix=/library=std"), "{flags}");
    }

    #[test]
    fn a_folder_with_a_space_in_it_breaks_no_other_flag() {
        let flags = flags(None, Path::new("/a library")).into_string().unwrap();
        assert!(flags.starts_with("-Zunstable-options ") && !flags.contains("library=std"), "{flags}");
    }
}

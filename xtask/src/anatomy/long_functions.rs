//! Whether a function of the module has become too long: one that does everything is in every part that needs some of it.

use super::module::Module;
use super::{kept, owner};
use crate::project;
use crate::size::grouped;
use anyhow::{Context, Result};

/// The most bytes of one function, as the compiler leaves it.
const MOST: u64 = 15 * 1024;

/// What to do about a complaint.
pub(crate) const RULE: &str = "A function that is too long is cut where another part, or another room, begins; #[inline(never)] only shows where the bytes are.";

/// A sentence for each function that is too long.
pub(crate) fn complaints() -> Result<Vec<String>> {
    let named = kept::named(&project::target());
    let bytes = std::fs::read(&named).with_context(|| format!("cannot read {}", named.display()))?;
    Ok(too_long(&Module::read(&bytes)?))
}

fn too_long(module: &Module) -> Vec<String> {
    let long = module.functions.iter().filter(|(_, bytes)| *bytes > MOST);
    let told = |(name, bytes): &(String, u64)| {
        format!("{} has {} bytes, the most are {}.", owner::readable(name), grouped(*bytes), grouped(MOST))
    };
    long.map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_too_long_is_named() {
        let functions = vec![("a::short".to_owned(), MOST), ("a::long".to_owned(), MOST + 1)];
        let told = too_long(&Module { functions, ..Module::default() });
        assert_eq!(told, ["a::long has 15,361 bytes, the most are 15,360."]);
    }
}

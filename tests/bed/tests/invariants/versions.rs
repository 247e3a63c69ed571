//! Invariant 7: what this version does not understand is kept, told and repaired as it is, beside pages of a later version.

use article_widget_bed::catalogue::versions;
use article_widget_bed::crash_sweep::crash_once;
use article_widget_bed::shrink::shrink;
use proptest::prelude::*;

use super::cases;

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn invariant_7_what_a_later_version_wrote_survives_this_one(number: usize, seed: u64) {
        let mut all = versions(6);
        let number = number % all.len();
        let (name, scenario) = all.swap_remove(number);
        let done = scenario.run(None, seed, |_, _| Ok(())).map_err(|finding| shrink(&scenario, finding));
        prop_assert!(done.is_ok(), "{name}: {}", done.unwrap_err());
    }

    #[test]
    fn invariant_7_and_a_crash_damages_nothing_of_it(number: usize, seed: u64) {
        let mut all = versions(6);
        let number = number % all.len();
        let (name, scenario) = all.swap_remove(number);
        let done = crash_once(&scenario, seed);
        prop_assert!(done.is_ok(), "{name}: {}", done.unwrap_err());
    }
}

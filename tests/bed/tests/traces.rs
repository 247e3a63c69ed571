//! The program asks the world for what it asked for when it was recorded, in a thousand random walks.

use article_widget_bed::traces::{compare, of_seed};

#[test]
fn a_thousand_walks_ask_for_what_is_recorded() {
    compare().unwrap_or_else(|differences| panic!("{differences}"));
}

#[test]
fn a_seed_asks_for_the_same_every_time_and_another_seed_for_something_else() {
    // Both begin alike: pages that remember one author, and a published file.
    let [one, again, other] = [7, 7, 13].map(|seed| of_seed(seed).unwrap_or_else(|finding| panic!("{finding}")));
    assert!(one.contains("\nlocal write ") && one.contains("\nmirror write "), "{one}");
    assert_eq!(one, again);
    assert_ne!(one, other);
}

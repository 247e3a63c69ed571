//! The limits that the documentation names are those of the code.

use article_widget::domain::author::NAME_LIMIT;
use article_widget::domain::body::BODY_LIMIT;
use article_widget::store::copy::quota::QuotaState;
use article_widget::store::file::streamed_file::{MOST_PUBLISHED, MOST_PUBLISHED_BYTES};
use article_widget::store::file::thread_file::{MOST_BYTES, MOST_LINES};

use super::source;

/// A number as it is written in English: `10,000`.
fn written(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}

#[track_caller]
fn says(page: &str, sentence: &str) {
    let text = source::read(page).text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(sentence), "{page} must say: {sentence}");
}

#[test]
fn the_limits_of_texts_and_files_are_those_of_the_code() {
    let number = |number: usize| written(u64::try_from(number).unwrap());
    let (body, name) = (BODY_LIMIT, NAME_LIMIT);
    let (graphemes, units) = (number(body.graphemes), number(body.units));
    says(
        "docs/storage.md",
        &format!(
            "A comment has at most {graphemes} characters (and {units} UTF-16 units), a name {} ({}).",
            name.graphemes, name.units
        ),
    );
    says("docs/scripting.md", &format!("({} MiB, {} lines)", MOST_BYTES >> 20, number(MOST_LINES)));
    let (published, most) = (MOST_PUBLISHED_BYTES >> 20, number(MOST_PUBLISHED));
    says("docs/attributes.md", &format!("At most {published} MiB, of which {most} entries are shown"));
}

#[test]
fn the_limits_of_the_quota_are_those_of_the_code() {
    let page = "docs/storage.md";
    let browser = source::read("src/browser/quota.rs").text;
    let quota = |name: &str| {
        let number = browser.split_once(&format!("const {name}: u64 = ")).and_then(|(_, rest)| rest.split_once(';'));
        number.unwrap().0.replace('_', "").parse::<u64>().unwrap()
    };
    let (most, least) = (quota("OTHERS"), quota("WEBKIT"));
    says(
        page,
        &format!("`localStorage` {} UTF-16 units of keys and values, Safari {}.", written(most), written(least)),
    );
    // The first number of units with which something else is said.
    let first =
        |state: &dyn Fn(u64) -> QuotaState, than: QuotaState| (0..=most).find(|units| state(*units) > than).unwrap();
    let of_comments = |units| QuotaState::of(units, units, most);
    let full = first(&of_comments, QuotaState::Low) - 1;
    let of_origin = |units| QuotaState::of(0, units, most);
    let headroom = most - (first(&of_origin, QuotaState::Low) - 1);
    let low = first(&of_comments, QuotaState::Ample) - 1;
    says(
        page,
        &format!(
            "when less than {} units are free or when comments take more than {}",
            written(headroom),
            written(full)
        ),
    );
    says(page, &format!("From {} on", written(low)));
}

#[test]
fn numbers_are_written_in_groups_of_three() {
    assert_eq!([5, 999, 1_000, 262_144, 5_242_880].map(written), ["5", "999", "1,000", "262,144", "5,242,880"]);
}

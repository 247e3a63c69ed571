//! What the program asks for in a thousand random walks, as lines of text, and whether that is what was recorded.

use std::cell::RefCell;

use article_widget::domain::operation_id::Actor;
use article_widget::widget::Effect;
use article_widget_trace::digest::Digest;
use article_widget_trace::effect_line::lines;
use article_widget_trace::record::Record;

use crate::finding::Finding;
use crate::long_run::{Manner, long_run};
use crate::parallel::each;
use crate::sweeps;
use crate::widget::{Setup, Widget};

/// Where the walks are recorded.
const FILE: &str = "bed.txt";
const ANEW: &str = "cargo run --profile bed -p article-widget-bed -- traces --write";
/// How many seeds are walked.
const SEEDS: u64 = 1_000;
/// How many seeds one line of the record is about.
const TOGETHER: u64 = 10;
/// How many steps a walk has.
const STEPS: usize = 600;

thread_local! {
    /// What the walk of this thread has asked for so far, while one is written down.
    static ASKED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Notes what a page asks for after one message. Pages are told apart by the number that they sign their ids with.
pub(crate) fn note(page: Actor, effects: &[Effect]) {
    ASKED.with_borrow_mut(|asked| {
        if let Some(asked) = asked {
            asked.push_str(&lines(&format!("page {:016x}", page.0), effects));
        }
    });
}

/// Everything that the pages ask for in the browser that a seed stands for.
///
/// # Errors
/// The rule that was broken there: such a walk is not recorded.
pub fn of_seed(seed: u64) -> Result<String, Finding> {
    ASKED.set(Some(String::new()));
    let earlier = if (seed / 2).is_multiple_of(2) { 0 } else { 3 };
    let setup = Setup { one_author: seed % 2 == 1, published: seed % 3 == 1, earlier, late: seed % 5 > 2 };
    // A run ends with the browser in which it has enough steps: the first.
    let ran = long_run::<Widget>(&setup, seed, Manner { each: STEPS, ..sweeps::usual(1) });
    let asked = ASKED.take().unwrap_or_default();
    ran.finding.map_or(Ok(asked), Err)
}

/// All walks as they are today, ten to a line.
///
/// # Errors
/// A rule that was broken in one of them.
pub fn today() -> Result<Record, Finding> {
    let pieces = (SEEDS / TOGETHER) as usize;
    let digests = each(
        pieces,
        |piece| {
            let first = piece as u64 * TOGETHER + 1;
            let last = first + TOGETHER - 1;
            let mut digest = Digest::default();
            for seed in first..=last {
                digest.take(&of_seed(seed)?);
            }
            Ok((format!("seeds-{first:04}-to-{last:04}"), digest))
        },
        Result::is_err,
    );
    let mut record = Record::default();
    for digest in digests {
        let (name, digest) = digest?;
        record.insert(name, digest);
    }
    Ok(record)
}

/// Compares the walks of today with those that were recorded.
///
/// # Errors
/// What differs, as text to be shown.
pub fn compare() -> Result<(), String> {
    Record::compare(FILE, &today().map_err(|finding| finding.to_string())?, ANEW)
}

/// Records the walks as they are today.
///
/// # Errors
/// Why that is not possible, as text to be shown.
pub fn write() -> Result<(), String> {
    today().map_err(|finding| finding.to_string())?.write(FILE)
}

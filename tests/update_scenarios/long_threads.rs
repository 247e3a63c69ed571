//! What one more comment costs in a thread that is long already.

use std::rc::Rc;

use article_widget::app::Effect;
use article_widget::store::copy::request::Request;

use crate::support::Page;

#[test]
fn a_post_into_five_thousand_comments_writes_less_than_a_kilobyte_into_each_place() {
    let mut page = Page::with_comments(5_000);
    assert_eq!(page.widget.app.thread().count(), 5_000);
    page.post("The first of this page, which also names the thread.");
    page.settle();
    page.effects();
    page.post("A comment of ordinary length, as people write them below an article.");
    page.settle();
    let effects = page.effects();
    for wanted in article_widget::store::copy::request::CopyId::ALL {
        let written: usize = effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Store(Request::Write { copy, key, value } | Request::Put { copy, key, value }) => {
                    (*copy == wanted).then_some(2 * (key.len() + value.encode_utf16().count()))
                }
                _ => None,
            })
            .sum();
        assert!((1..1_024).contains(&written), "{written} bytes into {wanted:?}");
    }
}

#[test]
fn a_post_folds_itself_and_leaves_every_other_comment_as_it_is() {
    let mut page = Page::with_comments(5_000);
    let before: Vec<_> = page.widget.app.thread().comments().cloned().collect();
    page.post("One more");
    let after: Vec<_> = page.widget.app.thread().comments().cloned().collect();
    assert_eq!(after.len(), before.len() + 1);
    // The new one has the greatest number, so the others stand where they stood.
    assert!(before.iter().zip(&after).all(|(old, new)| Rc::ptr_eq(old, new)));
}

//! Some of what is stored cannot be read: nobody throws it away.

use article_widget_e2e::{Seeds, Story, html};
use std::collections::BTreeMap;

fn begin() -> Story {
    Story::on_page(&html::page(&html::widget("thread=\"unreadable\"", html::ARTICLE)))
}

/// Values that are no record, as a full disk, another program or an extension leaves them.
fn garbage() -> Vec<String> {
    vec![
        String::new(),
        "null".to_owned(),
        "[object Object]".to_owned(),
        // A checksum that is not that of the text.
        "1000000000000".to_owned() + "02{}",
        "1deadbeef00000c{\"k\":\"post\"}".to_owned(),
        // A record cut off in the middle.
        "1cbf4392600000912345".to_owned(),
        "\u{0}\u{1}\u{ffff}".to_owned(),
    ]
}

#[test]
fn unreadable_bytes_are_counted_on_screen_and_stay_byte_for_byte() {
    let story = begin();
    let mut seeds = Seeds::of_thread("unreadable");
    seeds.post("Ada", "Readable");
    for value in garbage() {
        seeds.garbage(&value);
    }
    let surrogate_key = seeds.next_key();
    story.seed(seeds.entries());
    // A lone surrogate cannot be said in JSON's UTF-8; the page makes it itself.
    story.prepare(&format!("localStorage.setItem('{surrogate_key}', 'half \\ud83d of an emoji'); localStorage.setItem('{surrogate_key}\\udc00', 'x')"));

    let page = story.open("/story.html");
    page.wait_for_row("Readable");
    let before: BTreeMap<_, _> = page.storage();
    page.wait_for(".notice[data-notice=unreadable]");
    let notice = page.text_of(".notice[data-notice=unreadable]");
    let unreadable = garbage().len() + 2;
    assert!(notice.contains(&unreadable.to_string()), "{unreadable} are counted: {notice}");

    let row = page.post("Bo", "Written beside it");
    page.edit(&row, "Edited beside it");
    page.delete(&row);
    story.session.reload();
    page.wait_until_ready();
    page.wait_for(".notice[data-notice=unreadable]");
    let after = page.storage();
    for (key, value) in &before {
        assert_eq!(after.get(key), Some(value), "{key}");
    }
}

#[test]
fn a_later_versions_records_are_kept_and_not_called_damage() {
    let story = begin();
    let mut seeds = Seeds::of_thread("unreadable");
    seeds.post("Ada", "Readable");
    seeds.garbage("2something a later version understands");
    story.seed(seeds.entries());
    let page = story.open("/story.html");
    page.wait_for_row("Readable");
    let before = page.operations();
    assert!(!page.has(".notice[data-notice=unreadable]"), "{}", page.visible_text());
    page.post("Bo", "Beside it");
    assert!(before.iter().all(|(key, value)| page.operations().get(key) == Some(value)));
}

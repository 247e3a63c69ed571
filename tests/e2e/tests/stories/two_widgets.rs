//! Two widgets stand on one page.

use article_widget_e2e::{Story, html};

fn page_of(first: &str, second: &str) -> String {
    let widget = |thread: &str| html::widget(&format!("thread=\"{thread}\""), html::ARTICLE);
    html::page(&format!("{}{}", widget(first), widget(second)))
}

#[test]
fn two_threads_keep_to_themselves() {
    let story = Story::on_page(&page_of("one", "two"));
    let first = story.open("/story.html");
    let second = first.nth(1);
    second.wait_until_ready();
    first.post("Ada", "In the first");
    second.post("Bo", "In the second");
    second.post("Bo", "In the second again");
    first.wait_for_count("1 Comment");
    second.wait_for_count("2 Comments");
    story.session.reload();
    first.wait_until_ready();
    second.wait_until_ready();
    first.wait_for_count("1 Comment");
    second.wait_for_count("2 Comments");
    assert_eq!(first.texts(), ["In the first"]);
}

#[test]
fn two_views_of_one_thread_show_the_same() {
    let story = Story::on_page(&page_of("shared", "shared"));
    let first = story.open("/story.html");
    let second = first.nth(1);
    second.wait_until_ready();
    first.post("Ada", "From the first");
    let seen = second.wait_for_row("From the first");
    second.reply(&seen, "From the second");
    first.wait_for_row("From the second");
    first.delete(&seen);
    second.wait_for_count("1 Comment");
    assert_eq!(first.operations().len(), 4, "three operations and the thread's name, each written once");
}

#[test]
fn a_widget_moved_within_the_page_keeps_its_text_and_its_thread() {
    let story = Story::on_page(&page_of("one", "two"));
    let first = story.open("/story.html");
    first.post("Ada", "Said before the move");
    first.fill("form[data-form=new] textarea[name=body]", "Half a sent");
    story
        .session
        .script("const moved = document.querySelector('article-widget'); document.body.append(moved)", Vec::new());
    let moved = first.nth(1);
    moved.wait_until_ready();
    assert_eq!(moved.texts(), ["Said before the move"]);
    assert_eq!(moved.value("form[data-form=new] textarea[name=body]"), "Half a sent");
    moved.click("form[data-form=new] button[type=submit]");
    moved.wait_for_row("Half a sent");
}

//! A reader has the same page open twice.

use article_widget_e2e::Story;

#[test]
fn what_is_written_in_one_tab_appears_in_the_other() {
    let story = Story::begin();
    let page = story.open("/");
    let here = story.session.window();
    let there = story.session.new_window();
    page.post("Ada", "Written before the second tab");

    story.session.switch_to(&there);
    story.open("/");
    page.wait_for_count("1 Comment");
    page.post("Ada", "Written in the second tab");

    story.session.switch_to(&here);
    let seen = page.wait_for_row("Written in the second tab");
    page.wait_for_count("2 Comments");
    page.reply(&seen, "Answered in the first tab");
    page.edit(&seen, "Corrected in the first tab");

    story.session.switch_to(&there);
    page.wait_for_row("Answered in the first tab");
    let corrected = page.wait_for_row("Corrected in the first tab");
    page.delete(&corrected);

    story.session.switch_to(&here);
    page.wait_for_count("2 Comments");
    page.wait_for(&format!("li.comment.deleted[data-id='{}']", seen.id));
}

#[test]
fn two_tabs_that_write_in_turn_lose_nothing() {
    let story = Story::begin();
    let page = story.open("/");
    let windows = [story.session.window(), story.session.new_window()];
    story.session.switch_to(&windows[1]);
    story.open("/");
    for number in 0..6 {
        story.session.switch_to(&windows[number % 2]);
        page.post("Ada", &format!("Number {number}"));
    }
    let expected: Vec<_> = (0..6).map(|number| format!("Number {number}")).collect();
    for window in &windows {
        story.session.switch_to(window);
        page.wait_for_count("6 Comments");
        let mut texts = page.texts();
        texts.sort();
        assert_eq!(texts, expected);
    }
    story.session.reload();
    page.wait_until_ready();
    page.wait_for_count("6 Comments");
}

#[test]
fn what_arrives_from_the_other_tab_leaves_the_text_being_written_alone() {
    let story = Story::begin();
    let page = story.open("/");
    let here = story.session.window();
    page.fill("form[data-form=new] textarea[name=body]", "Half a sent");
    let there = story.session.new_window();
    story.session.switch_to(&there);
    story.open("/").post("Ada", "From elsewhere");
    story.session.switch_to(&here);
    page.wait_for_row("From elsewhere");
    assert_eq!(page.value("form[data-form=new] textarea[name=body]"), "Half a sent");
}

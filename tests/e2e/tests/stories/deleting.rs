//! A reader takes a comment back, and takes that back.

use article_widget_e2e::Story;

#[test]
fn a_deleted_comment_can_be_had_back_at_once() {
    let story = Story::begin();
    let page = story.open("/");
    let row = page.post("Ada", "Hasty words");
    page.delete(&row);
    page.wait_for_count("0 Comments");
    assert!(!page.visible_text().contains("Hasty words"));
    page.undo(&row);
    page.wait_for_count("1 Comment");
    assert_eq!(page.row_with_id(&row.id).text, "Hasty words");
}

#[test]
fn a_deletion_stays_and_an_undone_one_too() {
    let story = Story::begin();
    let page = story.open("/");
    let kept = page.post("Ada", "To be kept");
    let gone = page.post("Ada", "To be deleted");
    page.delete(&kept);
    page.undo(&kept);
    page.delete(&gone);
    page.wait_for_count("1 Comment");
    story.session.reload();
    page.wait_until_ready();
    page.wait_for_count("1 Comment");
    page.wait_for_row("To be kept");
    assert!(!page.visible_text().contains("To be deleted"));
}

#[test]
fn a_deleted_comment_keeps_its_place_while_it_has_replies() {
    let story = Story::begin();
    let page = story.open("/");
    let parent = page.post("Ada", "Parent");
    page.reply(&parent, "Child");
    page.delete(&parent);
    page.wait_for_count("1 Comment");
    story.session.reload();
    page.wait_until_ready();
    page.wait_for_count("1 Comment");
    let rows = page.rows();
    let shape: Vec<_> = rows.iter().map(|row| (row.depth, row.deleted, row.text.as_str())).collect();
    assert_eq!(shape.len(), 2, "{rows:?}");
    assert_eq!(shape.last(), Some(&(1, false, "Child")));
    assert_eq!(shape.first().map(|row| (row.0, row.1)), Some((0, true)));
}

#[test]
fn the_storage_only_ever_grows() {
    let story = Story::begin();
    let page = story.open("/");
    let row = page.post("Ada", "Words");
    let mut before = page.operations();
    let steps: [&dyn Fn(); 3] = [&|| page.delete(&row), &|| page.undo(&row), &|| drop(page.edit(&row, "Other words"))];
    for step in steps {
        step();
        let after = page.operations();
        assert_eq!(after.len(), before.len() + 1);
        assert!(before.iter().all(|(key, value)| after.get(key) == Some(value)), "an operation was rewritten");
        before = after;
    }
}

//! A reader corrects a comment.

use article_widget_e2e::Story;
use article_widget_e2e::page::EDIT_FORM;

#[test]
fn an_edited_comment_shows_its_new_text_and_says_so_after_a_reload_too() {
    let story = Story::begin();
    let page = story.open("/");
    let row = page.post("Ada", "Helo, wrold 😀");
    assert!(!row.facts.contains("edited"));
    page.open_edit(&row);
    assert_eq!(
        page.value(&format!("{EDIT_FORM} textarea[name=body]")),
        "Helo, wrold 😀",
        "the form opens with the text"
    );
    page.click(&format!("{EDIT_FORM} button[data-action=cancel]"));
    page.wait_until_gone(EDIT_FORM);
    let edited = page.edit(&row, "  Hello, world 👩\u{200d}🚀\n\nשלום");
    assert!(edited.facts.contains("edited"), "{edited:?}");
    let kept = page.operations();

    story.session.reload();
    page.wait_until_ready();
    page.wait_for_count("1 Comment");
    // The spaces before the first word are seen until the code for formatting is there.
    page.session().wait_for("the new text", || {
        let again = page.row_with_id(&row.id);
        if again.text == edited.text { Ok(()) } else { Err(again.text) }
    });
    let again = page.row_with_id(&row.id);
    assert_eq!(again.name, edited.name);
    assert!(again.facts.contains("edited"));
    assert_eq!(page.operations(), kept);
}

#[test]
fn the_later_of_two_edits_counts() {
    let story = Story::begin();
    let page = story.open("/");
    let row = page.post("Ada", "one");
    page.edit(&row, "two");
    page.edit(&row, "three");
    assert_eq!(page.texts(), ["three"]);
    story.session.reload();
    page.wait_until_ready();
    page.wait_for_row("three");
}

#[test]
fn an_edit_to_nothing_is_refused_and_changes_nothing() {
    let story = Story::begin();
    let page = story.open("/");
    let row = page.post("Ada", "Something");
    let kept = page.operations();
    page.open_edit(&row);
    page.fill(&format!("{EDIT_FORM} textarea[name=body]"), " ");
    page.click(&format!("{EDIT_FORM} button[type=submit]"));
    page.wait_for(&format!("{EDIT_FORM} .field-error"));
    assert_eq!(page.value(&format!("{EDIT_FORM} textarea[name=body]")), " ");
    assert_eq!(page.operations(), kept);
}

//! "Your comments" where the browser keeps nothing, or nothing for long: what only memory holds can be taken along, restored and erased
//! there as anywhere else, and nothing is offered that cannot be done.

use article_widget_e2e::page::Page;
use article_widget_e2e::{Story, html};

/// Goes through everything that the panel offers.
#[track_caller]
fn offers_what_can_be_done(page: &Page<'_>) {
    page.wait_until_ready();
    let kept = page.post("Ada", "To be kept");
    let second = page.post("Ada", "To be restored");
    let third = page.post("Ada", "To be erased");
    page.delete(&second);
    page.delete(&third);
    page.click("[data-action=panel]");
    page.wait_for("#panel");
    for absent in ["#panel-file", "[data-action=backup]", "[data-action=delete-all]"] {
        assert!(!page.has(absent), "{absent} promises what is not there");
    }
    page.click("#panel [data-action=publish]");
    page.wait_for("#panel-offer");
    assert!(page.text_of("#panel-offer").contains("1 comment"), "{}", page.text_of("#panel-offer"));
    let file = page.take_file();
    assert!(
        file.contains("To be kept") && !file.contains("To be restored") && !file.contains("To be erased"),
        "{file}"
    );
    let item = |text: &str, action: &str| format!("#panel [data-action={action}][aria-label*='{text}']");
    page.click(&item("To be restored", "undo"));
    page.wait_until_gone(&item("To be restored", "undo"));
    page.click(&item("To be erased", "erase"));
    page.click("#panel [data-action=answer-yes]");
    page.wait_until_gone(&item("To be erased", "erase"));
    assert_eq!(page.texts(), ["To be kept", "To be restored"]);
    assert_eq!(page.row_with_id(&kept.id).text, "To be kept");
}

#[test]
fn in_a_frame_without_an_origin() {
    let story = Story::in_opaque_frame(1600);
    offers_what_can_be_done(&story.page());
    story.session.leave_frame();
}

#[test]
fn on_a_page_that_keeps_comments_as_long_as_the_tab_or_not_at_all() {
    for keeping in ["session", "none"] {
        let attributes = format!("thread=\"{keeping}\" storage=\"{keeping}\"");
        let story = Story::on_page(&html::page(&html::widget(&attributes, html::ARTICLE)));
        story.session.viewport(1000, 1800);
        story.session.goto(&story.server.url("/story.html"));
        offers_what_can_be_done(&story.page());
    }
}

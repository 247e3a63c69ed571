//! Writing a formatted comment: tools, keys, lists, pasted addresses, the preview, and text as it is typed.

use article_widget_e2e::keys::{CONTROL, END, ENTER, HOME, LEFT, RIGHT, TAB};
use article_widget_e2e::page::{NEW_FORM, Page};
use article_widget_e2e::{Story, axe, html};
use serde_json::json;

const FIELD: &str = "form[data-form=new] textarea";

fn story() -> Story {
    Story::on_page(&html::page(&html::widget("thread=\"tools\"", html::ARTICLE)))
}

/// A page whose composer is being written in.
fn writing(story: &Story) -> Page<'_> {
    let page = story.open("/story.html");
    page.click(FIELD);
    page.wait_for(".format-tools");
    page
}

/// Fills the field and selects a part of it.
#[track_caller]
fn select(page: &Page<'_>, text: &str, from: u32, to: u32) {
    page.fill(FIELD, text);
    page.script(
        "const field = root.querySelector(rest[0]); field.focus(); field.setSelectionRange(rest[1], rest[2])",
        json!([FIELD, from, to]),
    );
}

#[track_caller]
fn selected(page: &Page<'_>) -> String {
    let text = page.script(
        "const field = root.querySelector(rest[0]); return field.value.slice(field.selectionStart, field.selectionEnd)",
        json!([FIELD]),
    );
    text.as_str().unwrap_or_default().to_owned()
}

#[test]
fn each_tool_does_what_it_says_and_the_browser_can_undo_it() {
    let story = story();
    let page = writing(&story);
    for (tool, result, left) in [
        ("bold", "an **👩‍💻 emoji** here", "👩‍💻 emoji"),
        ("italic", "an _👩‍💻 emoji_ here", "👩‍💻 emoji"),
        ("code", "an `👩‍💻 emoji` here", "👩‍💻 emoji"),
        ("link", "an [👩‍💻 emoji](https://) here", "https://"),
        ("quote", "> an 👩‍💻 emoji here", "> an 👩‍💻 emoji here"),
        ("list", "- an 👩‍💻 emoji here", "- an 👩‍💻 emoji here"),
    ] {
        select(&page, "an 👩‍💻 emoji here", 3, 14);
        page.click(&format!(".tool[data-action={tool}]"));
        page.wait_for_value(FIELD, result);
        assert_eq!(selected(&page), left, "{tool}");
        page.script("document.execCommand('undo')", json!([]));
        page.wait_for_value(FIELD, "an 👩‍💻 emoji here");
    }
}

#[test]
fn keys_format_continue_lists_and_leave_everything_else_alone() {
    let story = story();
    let page = writing(&story);
    for (key, result) in [('b', "**word**"), ('i', "_word_"), ('k', "[word](https://)")] {
        select(&page, "word", 0, 4);
        story.session.press(&[CONTROL, key]);
        page.wait_for_value(FIELD, result);
    }
    select(&page, "- one", 5, 5);
    story.session.press(&[ENTER]);
    page.wait_for_value(FIELD, "- one\n- ");
    story.session.press(&['x']);
    story.session.press(&[ENTER]);
    story.session.press(&[ENTER]);
    page.wait_for_value(FIELD, "- one\n- x\n");
    story.session.press(&[ENTER]);
    page.wait_for_value(FIELD, "- one\n- x\n\n");
    select(&page, "- one", 5, 5);
    story.session.press(&[CONTROL, ENTER]);
    page.wait_for("ol.comments ul > li");
}

#[test]
fn an_address_pasted_over_words_becomes_their_link() {
    let story = story();
    let page = writing(&story);
    let paste = |text: &str| {
        page.script(
            "const data = new DataTransfer(); data.setData('text/plain', rest[1]);
             const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true });
             if (!event.clipboardData.getData('text/plain')) Object.defineProperty(event, 'clipboardData', { value: data });
             return root.querySelector(rest[0]).dispatchEvent(event)",
            json!([FIELD, text]),
        )
    };
    select(&page, "see this", 4, 8);
    assert_eq!(paste("https://a.example/x"), json!(false));
    page.wait_for_value(FIELD, "see [this](https://a.example/x)");
    select(&page, "see this", 4, 8);
    assert_eq!(paste("that"), json!(true), "the browser pastes it");
}

#[test]
fn the_preview_is_what_the_comment_becomes() {
    let story = story();
    let page = writing(&story);
    page.click("[data-action=preview]");
    page.wait_for(".preview-empty");
    let text = "# A\n\n**b** [c](https://c.example)\n\n- d\n- [x] e\n\n```js\nf\n```\n\n||g|| h";
    page.fill(FIELD, text);
    page.wait_for(".preview .spoiler");
    let markup = |selector: &str| {
        page.script("return root.querySelector(rest[0]).innerHTML.replace(/<!--.*?-->/g, '')", json!([selector]))
    };
    let preview = markup(".preview");
    page.click(&format!("{NEW_FORM} button[type=submit]"));
    page.wait_for("ol.comments .spoiler");
    assert_eq!(markup("ol.comments .comment-body"), preview);
}

#[test]
fn text_can_be_sent_as_it_is_typed() {
    let story = story();
    let page = writing(&story);
    page.click(".tool[data-action=typed]");
    page.wait_for(".tool[data-action=typed][aria-pressed=true]");
    assert!(page.has(".tool[data-action=bold]:disabled"));
    page.post("Ada", "**typed**");
    page.wait_for_row("**typed**");
    assert!(!page.has("[data-action=as-typed]"), "there is nothing formatted about it");
    page.click("[data-action=edit]");
    page.wait_for("form[data-form=edit] .tool[data-action=typed][aria-pressed=true]");
    page.post("Ada", "**bold**");
    page.wait_for("ol.comments strong");
}

#[test]
fn a_reply_quotes_what_is_selected_in_its_comment() {
    let story = story();
    let page = writing(&story);
    let row = page.post("Ann", "One **bold** word.\n\nAnother.");
    let body = format!("[data-id=\"{}\"] .comment-body", row.id);
    page.wait_for(&format!("{body} strong"));
    page.script(
        "const text = root.querySelector(rest[0]);
         (root.getSelection?.() ?? getSelection()).setBaseAndExtent(text.querySelector('strong').firstChild, 0, text.lastElementChild.firstChild, 7)",
        json!([body]),
    );
    page.click(&format!("[data-id=\"{}\"] [data-action=reply]", row.id));
    page.wait_for_value("form[data-form=reply] textarea", "> bold word.\n>\n> Another\n\n");
    page.wait_for_focus("the reply", |focus| focus.element == "textarea" && focus.form == "reply");
}

#[test]
fn the_tools_are_one_stop_of_the_tab_key_and_are_walked_by_arrows() {
    let story = story();
    let page = writing(&story);
    story.session.press(&[TAB]);
    page.wait_for_focus("the first tool", |focus| focus.action == "bold");
    for (key, action) in [
        (RIGHT, "italic"),
        (RIGHT, "link"),
        (LEFT, "italic"),
        (END, "typed"),
        (RIGHT, "bold"),
        (LEFT, "typed"),
        (HOME, "bold"),
    ] {
        story.session.press(&[key]);
        page.wait_for_focus(action, |focus| focus.action == action);
    }
    story.session.press(&[TAB]);
    page.wait_for_focus("the preview", |focus| focus.action == "preview");
    story.session.press(&[ENTER]);
    page.wait_for("[data-action=preview][aria-expanded=true]");
}

#[test]
fn tools_and_preview_are_accessible_and_large_enough_for_a_finger() {
    let story = Story::on_page(&html::page_with_head(
        "<style>html { background: light-dark(#fff, #16181b); color: light-dark(#000, #fff) }</style>",
        &format!("<main>{}</main>", html::widget("thread=\"tools\"", html::ARTICLE)),
    ));
    let page = writing(&story);
    page.click("[data-action=preview]");
    page.fill(
        FIELD,
        "**b** `c` ~~d~~ [a.example](https://b.example) ||e||\n\n> f\n\n- [ ] g\n\n```\nh\n```\n\n|i|\n|-|\n|j|",
    );
    page.wait_for(".preview table");
    page.click(".preview .spoiler button");
    axe::is_clean(&story.session, "tools and preview", &[], |width| {
        let small = page.script(
            "return [...root.querySelectorAll('.tool, [data-action=preview]')].map((it) => it.getBoundingClientRect())
                    .filter(({ width, height, right }) => width < 44 || height < 44 || right > innerWidth).length",
            json!([]),
        );
        assert_eq!(small, json!(0), "{width} px");
        let tops = page.script(
            "return new Set([...root.querySelectorAll('.tool')].map((it) => it.getBoundingClientRect().top)).size",
            json!([]),
        );
        assert_eq!(tops, json!(1), "one row at {width} px");
    });
}

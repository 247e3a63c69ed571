//! A built example as a site of its own, and what a reader does on all of them.

use article_widget_e2e::story::file_text;
use article_widget_e2e::{OrFail, Page, Story, fail};
use std::path::PathBuf;

/// The folder of a built example; nothing where its tool is missing, which only a build server takes amiss.
#[track_caller]
pub(crate) fn folder(example: &str) -> Option<PathBuf> {
    let all = std::env::var_os("E2E_EXAMPLES").or_fail("the examples are not built: run `cargo xtask examples`");
    let folder = PathBuf::from(all).join(example);
    if folder.is_dir() {
        return Some(folder);
    }
    if std::env::var_os("CI").is_some() {
        fail(format!("the example {example} is not built"));
    }
    println!("the example {example} is not built here");
    None
}

/// The text of a file of an example.
#[track_caller]
pub(crate) fn text(example: &str, path: &str) -> String {
    let folder = folder(example).or_fail("the example");
    file_text(&folder.join(path.trim_start_matches('/')))
}

/// A browser, and a server of the example's folder.
#[track_caller]
pub(crate) fn story(example: &str) -> Option<Story> {
    folder(example).map(|folder| Story::over(&folder))
}

/// A reader writes on a page of the example, and finds the comment there when they come back.
#[track_caller]
pub(crate) fn is_written_on(example: &str, path: &str) {
    let Some(story) = story(example) else { return };
    let page = story.open(path);
    writes_and_comes_back(&story, &page, example);
}

/// A reader writes, replies, and comes back; the picture is of what they find then.
#[track_caller]
pub(crate) fn writes_and_comes_back(story: &Story, page: &Page<'_>, picture: &str) {
    page.wait_for_count("0 Comments");
    let row = page.post("Ada", "The dog belongs to the harbour master.");
    page.reply(&row, "Since when?");
    page.wait_for_count("2 Comments");
    story.session.reload();
    page.wait_until_ready();
    page.wait_for_count("2 Comments");
    assert_eq!(page.texts(), ["The dog belongs to the harbour master.", "Since when?"]);
    photograph(story, picture);
}

/// Takes a picture of the page from its top, for people to look at.
#[track_caller]
pub(crate) fn photograph(story: &Story, name: &str) {
    let Some(folder) = std::env::var_os("E2E_PICTURES").map(PathBuf::from) else { return };
    story.session.viewport(1000, 1200);
    story.session.script("scrollTo(0, 0)", Vec::new());
    story.session.let_two_frames_pass();
    let picture = story.session.screenshot().or_fail(name);
    std::fs::create_dir_all(&folder).or_fail("the folder for the pictures");
    let file = folder.join(format!("{name}-{}.png", story.session.engine().name()));
    std::fs::write(&file, picture).or_fail(name);
}

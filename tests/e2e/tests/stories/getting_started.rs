//! `docs/getting-started.md`, followed to the letter: its page, its tags, its command.

use article_widget_e2e::environment::Environment;
use article_widget_e2e::story::file_text;
use article_widget_e2e::{OrFail, Page, Story};
use article_widget_thread::run::run;
use serde_json::json;
use std::path::Path;

/// The tag that the later steps of the guide replace.
const TAG: &str = "<article-widget thread=\"my-first-post\">";
/// Where the page stands on the site.
const PAGE: &str = "/my-first-post.html";
/// The published file, beside the page.
const PUBLISHED: &str = "my-first-post.comments.jsonl";

fn of_project(path: &str) -> String {
    file_text(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path))
}

/// The guide's blocks of HTML, in their order: the page, and the tags of the later steps.
#[track_caller]
fn blocks() -> [String; 4] {
    let guide = of_project("docs/getting-started.md");
    let blocks: Vec<String> =
        guide.split("```html\n").skip(1).filter_map(|rest| Some(rest.split_once("```")?.0.to_owned())).collect();
    blocks.try_into().ok().or_fail("the guide has a page and three tags")
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The guide's folder `my-site` with the files copied into it.
#[track_caller]
fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().or_fail("a folder");
    copy_folder(&Environment::read().dist, &folder.path().join("article-widget")).or_fail("the copied files");
    folder
}

/// Saves the page, with this in the place of its tag.
#[track_caller]
fn save(site: &Path, page: &str, tag: &str) {
    assert_eq!(page.matches(TAG).count(), 1, "{page}");
    std::fs::write(site.join(PAGE.trim_start_matches('/')), page.replace(TAG, tag.trim_end())).or_fail("the page");
}

/// Waits until the row of a comment says this beside its text.
#[track_caller]
fn says(page: &Page<'_>, text: &str, fact: &str) {
    page.session().wait_for(fact, || match page.wait_for_row(text).facts {
        facts if facts.contains(fact) => Ok(()),
        facts => Err(facts),
    });
}

/// Sends the comment to the author as step 6 says, and gives the file that was downloaded.
#[track_caller]
fn hand_over(page: &Page<'_>) -> String {
    page.click("[data-action=send]");
    page.wait_for("[data-action=submission-file]");
    assert_eq!(page.text_of("[data-action=submission-file]"), "Download a file instead");
    let file = page.downloaded("[data-action=submission-file]");
    page.wait_for("[data-action=submission-sent]");
    assert_eq!(page.text_of("[data-action=submission-sent]"), "I have sent it");
    page.click("[data-action=submission-sent]");
    page.wait_for("[data-standing=sent]");
    file
}

/// Merges what was handed over as step 7 says.
#[track_caller]
fn publish(site: &Path, file: &str) {
    let handed_over = site.join("comment-2026-11-28.jsonl");
    std::fs::write(&handed_over, file).or_fail("the download");
    let words = ["merge", &handed_over.display().to_string(), "-o", &site.join(PUBLISHED).display().to_string()];
    let done = run(&words.map(str::to_owned));
    assert_eq!((done.code, done.error), (0, None), "{}", done.said);
}

#[test]
fn from_nothing_to_a_published_discussion() {
    let [page_text, _dark, _german, with_sending] = blocks();
    let site = site();
    save(site.path(), &page_text, TAG);
    let author = Story::over(site.path());
    let page = author.open(PAGE);
    page.post("Ada", "The first comment");
    says(&page, "The first comment", "Saved in this browser");
    author.session.reload();
    page.wait_until_ready();
    page.wait_for_row("The first comment");

    save(site.path(), &page_text, &with_sending);
    let page = author.open(PAGE);
    page.wait_for_row("The first comment");
    publish(site.path(), &hand_over(&page));

    // Another server is another origin, with nothing kept: another reader.
    let reader = Story::over(site.path());
    let page = reader.open(PAGE);
    let row = page.wait_for_row("The first comment");
    assert_eq!(row.name, "Ada");
    assert_eq!(page.text_of("[data-standing=published]"), "Published");
}

#[test]
fn the_guides_page_is_dark_and_german_where_its_tags_say_so() {
    let [page_text, dark, german, _with_sending] = blocks();
    let site = site();
    save(site.path(), &page_text, &dark);
    let story = Story::over(site.path());
    let page = story.open(PAGE);
    let ground = "return getComputedStyle(root.querySelector('.mount')).backgroundColor.match(/[\\d.]+/g).map(Number)";
    let ground: Vec<f64> = serde_json::from_value(page.script(ground, json!([]))).or_fail("a ground");
    assert!(ground.iter().take(3).all(|part| *part < 64.0), "{ground:?}");

    save(site.path(), &page_text, &german);
    let page = story.open(PAGE);
    page.post("Ada", "Ein Kommentar");
    page.wait_for_count("1 Kommentar");
    assert_eq!(page.text_of("form[data-form=new] button[type=submit]"), "Kommentar abschicken");

    // All of it, as the guide says: between the two script tags.
    let (before, rest) = german.split_once("id=\"german\">").or_fail("the script with the messages");
    let (_, after) = rest.split_once("</script>").or_fail("its end");
    let all = of_project("examples/strings/german.json");
    save(site.path(), &page_text, &format!("{before}id=\"german\">\n{all}</script>{after}"));
    let page = story.open(PAGE);
    page.post("Ada", "Noch einer");
    says(&page, "Noch einer", "In diesem Browser gespeichert");
    assert_eq!(page.text_of("button[data-action=reply]"), "Antworten");
}

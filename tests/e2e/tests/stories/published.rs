//! Two readers and an author: what each reader hands over is published, and a third reader sees both.

use article_widget_e2e::page::Page;
use article_widget_e2e::{OrFail, Outage, Reply, Story, html};
use article_widget_thread::run::run;

use crate::panel::is_clean_in;

const FILE: &str = "/thread.jsonl";
/// A page that is dark where its reader wants that.
const CANVAS: &str = "<style>html { background: Canvas; color: CanvasText }</style>";

/// A reader in a browser of their own, on the author's page with this file beside it.
pub(crate) fn reader(published: Option<&str>) -> Story {
    let widget = html::widget("thread=\"shared\" comments=\"thread.jsonl\"", html::ARTICLE);
    let story = Story::on_page(&html::page_with_head(CANVAS, &format!("<main>{widget}</main>")));
    publish(&story, published);
    story
}

/// Puts this file beside the page, or none.
pub(crate) fn publish(story: &Story, file: Option<&str>) {
    let Some(file) = file else {
        return story.server.break_down(FILE, Outage::Missing);
    };
    story.server.put(FILE, Reply::new("application/jsonl", file.as_bytes().to_vec()));
    story.server.recover(FILE);
}

/// Sends a comment to the author, and gives what was shown before and handed over then.
#[track_caller]
fn send(page: &Page<'_>, text: &str) -> String {
    page.wait_for_row(text);
    page.click("[data-action=send]");
    page.wait_for(".submission");
    is_clean_in(page, ".submission", "a submission to the author");
    let shown = page.script("return root.querySelector('.submission-contents').textContent", serde_json::json!([]));
    let file = page.downloaded("[data-action=submission-file]");
    assert_eq!(shown.as_str(), Some(file.as_str()), "what is sent is what was shown");
    assert!(!page.has("[data-standing=sent]"), "a download is no sending");
    page.wait_for_focus("the focus on the question", |focus| focus.text.contains("Have you sent it"));
    page.click("[data-action=submission-sent]");
    page.wait_for("[data-standing=sent]");
    assert_eq!(page.text_of("[data-standing=sent]"), "Sent to the author");
    page.wait_for_focus("the focus on the button again", |focus| focus.action == "send");
    file
}

/// What the author has published.
pub(crate) struct Desk(tempfile::TempDir);

impl Desk {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().or_fail("a folder"))
    }

    /// Merges these submissions, and gives the exit code, what was said, and the file.
    #[track_caller]
    pub(crate) fn merge(&self, submissions: &[&str]) -> (u8, String, String) {
        let path = |name: String| self.0.path().join(name).display().to_string();
        let mut words = vec!["merge".to_owned()];
        for (number, submission) in submissions.iter().enumerate() {
            let name = path(format!("submission-{number}.jsonl"));
            std::fs::write(&name, submission).or_fail("a submission");
            words.push(name);
        }
        let output = path("thread.jsonl".to_owned());
        words.extend(["-o".to_owned(), output.clone()]);
        let done = run(&words);
        assert_eq!(done.error, None, "{}", done.said);
        (done.code, done.said, std::fs::read_to_string(output).or_fail("the published file"))
    }
}

#[test]
fn two_readers_are_joined_by_an_author_and_a_hostile_submission_changes_nothing() {
    let (ann, bob) = (reader(None), reader(None));
    let page = ann.open("/story.html");
    page.post("Ann", "From Ann");
    let from_ann = send(&page, "From Ann");
    let page = bob.open("/story.html");
    page.post("Bob", "From Bob");
    let from_bob = send(&page, "From Bob");

    let desk = Desk::new();
    let (code, said, file) = desk.merge(&[&from_ann, &from_bob]);
    assert_eq!(code, 0, "{said}");

    // Somebody who read the file writes as Ann, under a number of their own.
    let lines: Vec<&str> = from_ann.lines().collect();
    let (id, record) = lines[2].split_once("\",\"record\":").expect("a record");
    let id = id.strip_prefix("{\"id\":\"").expect("an id");
    let author = record.split_once("\"a\":").and_then(|(_, rest)| rest.split_once('}')).expect("an author").0;
    let change = |kind: &str, number: u32| {
        format!(
            "{{\"id\":\"{number:09}{:013}\",\"record\":{{\"k\":\"{kind}\",\"p\":\"{id}\",\"a\":{author}}},\"t\":9,\"b\":\"A lie\"}}}}",
            7
        )
    };
    let lies = format!(
        "{}\n{}\n{}\n{}\n{}\n",
        lines[0],
        lines[1],
        lines[2].replace("From Ann", "A lie"),
        change("edit", 8),
        change("delete", 9)
    );
    let (code, said, after) = desk.merge(&[&lies]);
    assert_eq!((code, after.as_str()), (3, file.as_str()), "{said}");
    assert!(said.contains("3 refused"), "{said}");

    let third = reader(Some(&file));
    let page = third.open("/story.html");
    page.wait_for_count("2 Comments");
    for (name, text) in [("Ann", "From Ann"), ("Bob", "From Bob")] {
        let row = page.wait_for_row(text);
        assert_eq!(row.name, name);
        assert!(!row.actions.iter().any(|action| action == "edit" || action == "send"), "{row:?}");
    }
    assert_eq!(page.text_of("[data-standing=published]"), "Published");
    assert!(page.storage().keys().all(|key| !key.contains("aw1:") && !key.contains("aw1i:")), "nothing of it is kept");
    let row = page.wait_for_row("From Ann");
    page.reply(&row, "From the third");

    publish(&ann, Some(&file));
    let page = ann.open("/story.html");
    page.wait_for_row("From Bob");
    // It is published now.
    page.wait_until_gone("[data-standing=sent]");
    // A page whose author has taken the lies in.
    publish(&ann, Some(&lies));
    let page = ann.open("/story.html");
    let row = page.wait_for_row("From Ann");
    page.wait_for_count("1 Comment");
    page.edit(&row, "From Ann, who can still change it");
    page.wait_for_row("From Ann, who can still change it");
}

#[track_caller]
fn wait_for_notice(page: &Page<'_>, words: &str) {
    page.session().wait_for(words, || match page.text_of("[data-notice=published]") {
        text if text.contains(words) => Ok(()),
        text => Err(text),
    });
}

#[test]
fn a_published_file_is_missing_broken_or_out_of_reach() {
    let story = reader(None);
    let page = story.open("/story.html");
    page.wait_for_count("0 Comments");
    page.post("Ann", "Mine");
    assert!(!page.has("[data-notice=published]"), "a file that is not there is an empty thread");

    publish(&story, Some("<!doctype html>"));
    let page = story.open("/story.html");
    wait_for_notice(&page, "another kind of file");
    page.wait_for_row("Mine");

    story.server.break_down(FILE, Outage::Refused);
    let page = story.open("/story.html");
    page.wait_for("[data-action=retry-published]");
    page.wait_for_row("Mine");
    story.server.recover(FILE);
    let line = "{\"id\":\"0000000010000000000007\",\"record\":{\"k\":\"post\",\"a\":{\"id\":\"x\",\"n\":\"Bob\"},\"t\":1,\"b\":\"There it is\"}}";
    let head = "{\"format\":\"article-widget\",\"v\":1,\"kind\":\"publication\",\"at\":0}\n{\"thread\":\"shared\"}";
    publish(&story, Some(&format!("{head}\n{line}\n")));
    page.click("[data-action=retry-published]");
    page.wait_for_row("There it is");
    // It has no checksum, which is known at its end.
    wait_for_notice(&page, "not complete");
}

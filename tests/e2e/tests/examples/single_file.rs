//! The classic script with everything in it: on a server, from the disk, and under a policy.

use super::site;
use article_widget_e2e::{OrFail, html, probe};

#[test]
fn one_file_on_a_server_is_all_that_is_asked_for() {
    let Some(story) = site::story("pages") else { return };
    let page = story.open("/single.html");
    let mut asked = story.server.requests();
    asked.retain(|path| path.contains("article-widget"));
    assert_eq!(asked, ["/article-widget.single.js"]);
    site::writes_and_comes_back(&story, &page, "single");
}

#[test]
fn one_file_from_the_disk() {
    let Some(folder) = site::folder("pages") else { return };
    let Some(story) = site::story("pages") else { return };
    let address = url::Url::from_file_path(folder.join("single.html")).ok().or_fail("a file's address");
    story.session.goto(address.as_str());
    let page = story.page();
    page.wait_until_ready();
    page.post("Ada", "Written on the disk");
    site::photograph(&story, "single-from-disk");
}

#[test]
fn one_file_under_a_strict_policy() {
    let Some(story) = site::story("pages") else { return };
    let policy = "default-src 'none'; script-src 'nonce-e2e' 'wasm-unsafe-eval'; img-src 'self'; require-trusted-types-for 'script'; trusted-types article-widget";
    story.server.header("Content-Security-Policy", policy);
    let script = "<script defer src=\"/article-widget.single.js\" nonce=\"e2e\"></script>";
    let widget = html::widget("thread=\"single\"", html::ARTICLE);
    story.server.page(
        "/policy.html",
        &format!(
            "<!doctype html><html lang=\"en\"><head><title>Policy</title>{script}</head><body>{widget}</body></html>"
        ),
    );
    story.open("/policy.html").post("Ada", "Under a policy");
    assert_eq!(probe::sightings(&story.session).violations, Vec::<String>::new());
}

//! A page whose server sends the strictest policy that `docs/deploying.md` promises to live under.

use super::site;
use article_widget_e2e::{OrFail, probe};

const POLICY: &str = "default-src 'none'; script-src 'nonce-e2e' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'; base-uri 'none'; \
    require-trusted-types-for 'script'; trusted-types article-widget";

#[test]
fn a_nonce_on_the_one_tag_is_enough() {
    let Some(folder) = site::folder("pages") else { return };
    let Some(story) = site::story("pages") else { return };
    story.server.header("Content-Security-Policy", POLICY);
    let page = std::fs::read_to_string(folder.join("strict.html")).or_fail("strict.html");
    story.server.page("/strict.html", &page.replace("nonce=\"NONCE\"", "nonce=\"e2e\""));
    let page = story.open("/strict.html");
    story.session.wait_until("the fetched article", "return !!document.querySelector('article h1')");
    site::writes_and_comes_back(&story, &page, "strict");
    assert_eq!(probe::sightings(&story.session).violations, Vec::<String>::new());
}

//! The host page allows next to nothing.

use article_widget_e2e::{Engine, Story, html, probe};

/// The policy that `docs/deploying.md` promises to live under; `style-src` is covered by `default-src 'none'`.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'nonce-e2e' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'; base-uri 'none'; \
    require-trusted-types-for 'script'; trusted-types article-widget";

#[test]
fn everything_works_under_a_strict_policy_without_one_violation() {
    let attributes = "thread=\"policy\" src=\"/article.html\" header-ad=\"placeholder\"";
    let story = Story::on_page(&html::page(&html::widget(attributes, "")));
    story.server.header("Content-Security-Policy", POLICY);
    let page = story.open("/story.html");
    story.session.wait_until("the article", "return !!document.querySelector('article h1')");
    let row = page.post("Ada", "Under a strict policy, see https://example.org/");
    let reply = page.reply(&row, "A reply");
    page.edit(&reply, "An edited reply");
    page.delete(&reply);
    page.undo(&reply);
    page.wait_for_count("2 Comments");
    let styled = page.style_of("button[type=submit]", "border-top-left-radius");
    assert_ne!(styled, "0px", "the widget's own style sheets apply");
    assert_eq!(probe::sightings(&story.session).violations, Vec::<String>::new());
}

#[test]
fn the_probe_would_have_seen_a_violation() {
    let story = Story::on_page(&html::page("<p style=\"color: red\">A violation</p>"));
    story.server.header("Content-Security-Policy", POLICY);
    story.session.goto(&story.server.url("/story.html"));
    story.session.wait_for("the violation", || match probe::sightings(&story.session).violations {
        seen if seen.is_empty() => Err(format!("none in {:?}", Engine::name(story.session.engine()))),
        _ => Ok(()),
    });
}

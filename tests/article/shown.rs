//! What the view draws: names and attributes exactly, and the messages for what went wrong.

use article_widget::domain::article_error::ArticleError;
use article_widget::domain::messages::Messages;
use article_widget::view::article_state::{article_notice, article_skeleton};
use article_widget::view::messages::article as article_text;
use yew::prelude::*;

use crate::pseudo_language::{messages, must_be_whole};
use crate::support::{drawn, read, rendered};

/// What a [`Plain`] shows.
#[derive(PartialEq, Properties)]
struct PlainProps {
    html: Html,
}

/// Shows what a function of the view made.
#[component]
fn Plain(props: &PlainProps) -> Html {
    props.html.clone()
}

fn html_of(html: Html) -> String {
    let renderer = yew::LocalServerRenderer::<Plain>::with_props(PlainProps { html }).hydratable(false);
    pollster::block_on(renderer.render())
}

#[track_caller]
fn draws(source: &str, body: &str) {
    let html = rendered(read(&format!("<article>{source}</article>")).unwrap());
    let start = html.split_once("<div class=\"article-body e-content\">").expect("a body").1;
    assert_eq!(start.strip_suffix("</div>").expect("an end"), body);
}

#[test]
fn the_header_holds_headline_byline_date_and_reading_time() {
    let html = rendered(
        read(
            "<article><h1>A & B</h1><p class=byline>Ann <time datetime=2025-08-22>Friday</time></p><p>x</p></article>",
        )
        .unwrap(),
    );
    let header = "<header class=\"article-header\"><h1 class=\"p-name\">A &amp; B</h1><p class=\"byline\">\
                  <span dir=\"auto\" class=\"byline-name p-author h-card\">Ann</span> \
                  <time datetime=\"2025-08-22\" class=\"dt-published\">Friday</time> \
                  <span lang=\"en\" dir=\"ltr\" class=\"reading-time\">1 min read</span></p></header>";
    assert!(html.starts_with(header), "{html}");
}

#[test]
fn text_quotes_lists_and_code_are_drawn_as_they_are() {
    draws(
        "<p dir=rtl lang=he class=x>a <em>b</em><br>c</p><blockquote><p>d</p></blockquote><ol start=3><li>e</li></ol>",
        "<p dir=\"rtl\" lang=\"he\">a <em>b</em><br>c</p><blockquote><p>d</p></blockquote><ol start=\"3\"><li>e</li></ol>",
    );
    draws(
        "<pre>  two\n    lines</pre>",
        "<pre tabindex=\"0\" role=\"region\" aria-label=\"Code\">  two\n    lines</pre>",
    );
}

#[test]
fn a_link_keeps_nothing_but_its_address() {
    draws(
        "<p><a href='  /x?a=1&amp;b=2 ' target=_blank rel=opener ping=/p download>x</a> <a href='java\nscript:y'>y</a></p>",
        "<p><a rel=\"noopener\" href=\"https://news.example/x?a=1&amp;b=2\">x</a> y</p>",
    );
}

#[test]
fn a_later_picture_waits_and_says_how_before_it_says_where() {
    draws(
        "<p>a</p><p>b</p><figure><img srcset='x 2x' src=x.png height=60 width=80></figure>",
        "<p>a</p><p>b</p><figure><img loading=\"lazy\" decoding=\"async\" alt=\"\" width=\"80\" height=\"60\" \
         srcset=\"https://news.example/2025/x 2x\" src=\"https://news.example/2025/x.png\"></figure>",
    );
}

#[test]
fn the_lead_picture_does_not_wait() {
    draws(
        "<img src=x.png alt=x><p>a</p>",
        "<figure class=\"article-lead\"><img class=\"u-photo\" loading=\"eager\" fetchpriority=\"high\" decoding=\"async\" alt=\"x\" \
         src=\"https://news.example/2025/x.png\"></figure><p>a</p>",
    );
}

#[test]
fn a_link_that_says_its_address_is_marked_so() {
    draws(
        "<p><a href=https://a.example/>a.example</a> <a href='https://a.example/b?c'>https://a.example/b?c</a> <a href=https://a.example/b>a.example</a></p>",
        "<p><a rel=\"noopener\" class=\"article-address\" href=\"https://a.example/\">a.example</a> \
         <a rel=\"noopener\" class=\"article-address\" href=\"https://a.example/b?c\">https://a.example/b?c</a> \
         <a rel=\"noopener\" href=\"https://a.example/b\">a.example</a></p>",
    );
}

#[test]
fn cells_stand_as_the_source_says_and_no_other_style_of_theirs_counts() {
    draws(
        "<table><tr><th align=right>A<td style='text-align: center; color: red'>B<td style='text-align:Left'>C<td align=justify style='position:fixed'>D</table>",
        "<div role=\"region\" aria-label=\"Table\" tabindex=\"0\" class=\"article-table\"><table><tbody><tr>\
         <th class=\"article-right\">A</th><td class=\"article-center\">B</td><td class=\"article-left\">C</td><td>D</td>\
         </tr></tbody></table></div>",
    );
}

#[test]
fn a_table_scrolls_in_a_region_named_after_its_caption() {
    draws(
        "<table><caption>Cars <b>a year</b></caption><tr><th scope=row>2023</th><td colspan=2>90</td></tr></table>",
        "<div role=\"region\" aria-label=\"Cars a year\" tabindex=\"0\" class=\"article-table\"><table><caption>Cars <b>a year</b></caption>\
         <tbody><tr><th scope=\"row\">2023</th><td colspan=\"2\">90</td></tr></tbody></table></div>",
    );
    draws(
        "<table><tr><td>1</td></tr></table>",
        "<div role=\"region\" aria-label=\"Table\" tabindex=\"0\" class=\"article-table\"><table><tbody><tr><td>1</td></tr></tbody></table></div>",
    );
}

#[test]
fn the_notice_alerts_and_offers_to_try_again() {
    let html = notice(ArticleError::Status(404), Messages::default());
    assert!(
        html.starts_with("<div role=\"alert\" class=\"article-notice notice\"><p>The article is not there."),
        "{html}"
    );
    assert!(html.contains("data-action=\"retry-article\" class=\"outlined\">Retry</button>"), "{html}");
}

#[test]
fn the_skeleton_says_that_it_waits() {
    let html = html_of(article_skeleton(&Messages::default()));
    assert!(html.contains(article_text::LOADING.english()), "{html}");
}

#[test]
fn every_failure_has_a_message_of_its_own_for_readers_and_for_developers() {
    use ArticleError::{Address, Empty, Network, Parsing, Status, Timeout, TooLarge, WrongType};
    let all = [Address, Empty, Network, Parsing, Status(404), Status(403), Status(500), Timeout, TooLarge, WrongType];
    for (index, one) in all.iter().enumerate() {
        assert!(!one.to_string().is_empty());
        for other in &all[index + 1..] {
            assert_ne!(article_text::failure(*one), article_text::failure(*other), "{one:?} {other:?}");
        }
    }
}

fn notice(error: ArticleError, messages: Messages) -> String {
    html_of(article_notice(Some(article_text::failure(error)), &messages, Callback::noop()))
}

#[test]
fn the_pages_own_words_stand_around_an_article_and_in_it_is_what_it_says() {
    let source = "<article lang=de><h1>A</h1><p>x</p><table><tr><td>y</table><pre>z</pre></article>";
    let html = drawn(read(source).unwrap(), messages());
    must_be_whole(&html);
    assert!(html.contains("<span lang=\"\" dir=\"auto\" class=\"reading-time\">⟦1 min read⟧</span>"), "{html}");
    assert!(html.contains("aria-label=\"⟦Table⟧\"") && html.contains("aria-label=\"⟦Code⟧\""), "{html}");
    must_be_whole(&notice(ArticleError::Network, messages()));
    must_be_whole(&html_of(article_skeleton(&messages())));
}

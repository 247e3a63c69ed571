//! Pictures that scripts load, that come in several sizes, or that wait in `noscript`.

use crate::support::{body, has, lacks};

const ONE: &str = "src=\"https://news.example/2025/one.jpg\"";

/// A picture after two paragraphs, where it is not the lead.
fn later(picture: &str) -> String {
    format!("<p>First.</p><p>Second.</p>{picture}<p>Third.</p>")
}

/// How many pictures are drawn of these, and that the first is this one.
#[track_caller]
fn draws_only_one(picture: &str) {
    let html = body(&later(picture));
    assert_eq!(html.matches("<img").count(), 1, "{picture}\n{html}");
    assert!(html.contains(ONE), "{picture}\n{html}");
}

#[test]
fn the_three_bridges_are_seen() {
    let page = "<p>Three of them.</p>
        <p><img src=\"data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'/%3E\" data-lazy-src=one.jpg alt='The first bridge'><noscript><img src=one.jpg alt='The first bridge'></noscript></p>
        <p><img class=lazyload src=blank.gif data-src=two.jpg width=800 height=500 alt='The second bridge'></p>
        <picture><source srcset=three.avif type=image/avif><img srcset='three-400.jpg 400w, three-800.jpg 800w' alt='The third bridge'></picture>";
    has(
        page,
        &[
            ONE,
            "width=\"800\" height=\"500\"",
            "src=\"https://news.example/2025/two.jpg\"",
            "srcset=\"https://news.example/2025/three-400.jpg 400w, https://news.example/2025/three-800.jpg 800w\"",
            "src=\"https://news.example/2025/three-800.jpg\"",
            "alt=\"The first bridge\"",
        ],
    );
    lacks(page, &["blank.gif", "data:", "avif", ">The first bridge", ">The third bridge"]);
    assert_eq!(body(page).matches("<img").count(), 3);
}

#[test]
fn the_address_waits_in_any_of_the_usual_attributes() {
    for name in [
        "data-src",
        "data-original",
        "data-lazy-src",
        "data-lazy",
        "data-hi-res-src",
        "data-full-url",
        "data-photo",
        "data-echo",
    ] {
        draws_only_one(&format!("<img {name}=one.jpg alt=x>"));
        draws_only_one(&format!("<img src=/img/spacer.gif {name}=one.jpg>"));
        draws_only_one(&format!("<img src='data:image/gif;base64,R0lGOD' {name}='one.jpg'>"));
    }
    for name in ["data-srcset", "data-lazy-srcset", "srcset", "data-any-set"] {
        draws_only_one(&format!("<img src=1x1.png {name}='one-small.jpg 300w, one.jpg 900w'>"));
    }
    draws_only_one("<img src=/t.gif data-photo-url=one.jpg>");
    draws_only_one("<img class='js-lazy' src=rough.jpg data-photo-url=one.jpg>");
    // A first, rough picture gives way.
    draws_only_one("<img src=rough.jpg data-src=one.jpg class=lazyload>");
    draws_only_one("<img src=rough.jpg srcset='rough.jpg 40w' data-src=one.jpg>");
    // A point that stands in is not a picture that counts readers, and has not the picture's size.
    draws_only_one("<img src=blank.gif width=1 height=1 data-src=one.jpg>");
    lacks(&later("<img src=blank.gif width=1 height=1 data-src=one.jpg>"), &["width=", "height="]);
}

#[test]
fn a_picture_that_is_there_is_not_replaced_by_what_only_looks_like_one() {
    draws_only_one("<img src=one.jpg data-large-file=large.jpg data-pin='other.jpg'>");
    draws_only_one("<img src=one.jpg data-src='{\"a\": 1}'>");
    draws_only_one("<img src=one.jpg data-src=''>");
    has(&later("<img src=placeholder.png alt=x>"), &["placeholder.png"]);
}

#[test]
fn what_waits_in_noscript_is_shown_once() {
    for picture in [
        "<img src=blank.gif><noscript><img src=one.jpg></noscript>",
        "<noscript><img src=one.jpg></noscript><img src=blank.gif>",
        "<img src=rough.jpg class=blur>\n <noscript>\n<img src=one.jpg>\n</noscript>",
        "<div class=lazy></div><noscript><img src=one.jpg></noscript>",
        "<figure><div class=wrap><img data-src=big.jpg></div><noscript><img src=one.jpg></noscript><figcaption>x</figcaption></figure>",
        "<picture><source data-srcset=a.webp><img src=blank.gif></picture><noscript><picture><source srcset=a.avif type=image/avif><img src=one.jpg></picture></noscript>",
        "<span><img src=blank.gif alt=y></span><noscript><p><img src=one.jpg alt=y></p></noscript>",
    ] {
        draws_only_one(picture);
    }
    let two = body(&later("<img src=one.jpg alt='A bridge'><noscript><img src=two.jpg alt='A mill'></noscript>"));
    assert_eq!(two.matches("<img").count(), 2, "two pictures that say that they are two: {two}");
    let pairs = "<noscript><img src=one.jpg></noscript><img src=blank.gif data-src=x.jpg><noscript><img src=two.jpg></noscript><img src=blank.gif data-src=y.jpg>";
    let html = body(&later(pairs));
    assert!(html.contains("one.jpg") && html.contains("two.jpg") && html.matches("<img").count() == 2, "{html}");
    has(
        &later("<img src=blank.gif width=800 height=400 alt='A bridge'><noscript><img src=one.jpg></noscript>"),
        &["alt=\"A bridge\" width=\"800\" height=\"400\""],
    );
    lacks(&later("<noscript>Please enable JavaScript.</noscript>"), &["JavaScript"]);
    lacks(
        &later("<noscript><img src=https://count.example/p width=1 height=1 style=display:none></noscript>"),
        &["count"],
    );
}

#[test]
fn of_a_picture_with_sources_one_is_taken_that_every_browser_shows() {
    draws_only_one(
        "<picture><source srcset=one.avif type=image/avif><source srcset='one.jpg 1x'><img alt=x></picture>",
    );
    draws_only_one("<picture><source media='(min-width: 9000px)' srcset=cut.jpg><img src=one.jpg></picture>");
    draws_only_one(
        "<picture><source media='(min-width: 60em)' srcset=wide.jpg></picture><picture><source srcset=x.jpg media='(max-width: 9em)'><img src=one.jpg></picture>",
    );
    draws_only_one(
        "<picture><source data-srcset=x.avif type=image/avif><noscript><img src=one.jpg></noscript></picture>",
    );
    has(
        &later(
            "<picture><source srcset='a.webp 400w, b.webp 800w' type=image/webp sizes='(max-width: 40em) 100vw, 40em' width=800 height=400><img src=one.jpg></picture>",
        ),
        &[
            ONE,
            "srcset=\"https://news.example/2025/a.webp 400w, https://news.example/2025/b.webp 800w\"",
            "sizes=\"(max-width: 40em) 100vw, 40em\"",
            "width=\"800\" height=\"400\"",
        ],
    );
    has(&later("<picture><source srcset=only.avif type=image/avif><img alt=x></picture>"), &["only.avif"]);
}

#[test]
fn a_picture_has_its_place_before_it_is_there() {
    for size in [
        "width=1200 height=800",
        "data-width=1200 data-height=800",
        "data-orig-size='1200,800'",
        "data-image-dimensions=1200x800",
        "width=100% data-original-width=1200 data-original-height=800",
    ] {
        has(&later(&format!("<img src=one.jpg {size}>")), &["width=\"1200\"", "height=\"800\""]);
    }
}

#[test]
fn a_lead_picture_may_be_late_too() {
    has(
        "<p><img src=blank.gif data-src=one.jpg width=800 height=500></p><p>Text.</p>",
        &["class=\"article-lead\"", ONE],
    );
    has(
        "<figure><picture><source srcset='one.jpg 800w'><img alt=x></picture><figcaption>Far</figcaption></figure><p>Text.</p>",
        &["class=\"article-lead\"", ONE, "<figcaption>Far"],
    );
    has("<div><noscript><img src=one.jpg width=800></noscript></div><p>Text.</p>", &["class=\"article-lead\"", ONE]);
}

#[test]
fn a_length_of_nothing_is_one_that_nobody_knew() {
    draws_only_one("<img src=one.jpg width=570 height=0>");
    lacks(
        &later(
            "<img src=one.jpg width=1 height=1><img src=two.gif width=464 height=2><img src=x.gif height=0 width=0>",
        ),
        &["<img"],
    );
}

#[test]
fn all_words_of_the_lead_pictures_figure_stay() {
    has(
        "<figure><span>Photo</span><div><p><img src=one.jpg width=800></p></div><figcaption>The mill. <em>Ann</em></figcaption></figure><p>Text.</p>",
        &["class=\"article-lead\"", "Photo", "The mill. <em>Ann</em>"],
    );
    has(
        "<figure><div><p><img src=one.jpg width=800></p><p>Ann Lee/Agency</p></div></figure><p>Text.</p>",
        &["<figcaption><p>Ann Lee/Agency</p></figcaption>"],
    );
    has(
        "<figure><img src=one.jpg width=800><figcaption>The mill.</figcaption></figure><p>Text.</p>",
        &["<figcaption>The mill.</figcaption>"],
    );
}

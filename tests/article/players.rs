//! Films, sounds and what other sites would show.

use article_widget::domain::messages::Messages;

use crate::pseudo_language::messages;
use crate::support::{body, drawn, has, lacks, read};

const FILM: &str = "<video controls=\"\" preload=\"none\" playsinline=\"\"";

#[test]
fn the_mill_has_a_film_a_sound_a_card_and_a_link() {
    let page = "<p>The wheel turns again.</p>
        <video controls src=mill.mp4 poster=mill.jpg><p>To view this video please enable JavaScript.</p></video>
        <audio controls src=mill.mp3>Your browser cannot play sound.</audio>
        <iframe src='https://www.youtube.com/embed/abc' title='The mill, a film'></iframe>
        <object data=plan.pdf><p>No PDF here. <a href=plan.pdf>Load it</a></p></object>
        <p>It grinds on Sundays.</p>";
    has(
        page,
        &[
            "poster=\"https://news.example/2025/mill.jpg\" src=\"https://news.example/2025/mill.mp4\"></video>",
            "<audio controls=\"\" preload=\"none\" src=\"https://news.example/2025/mill.mp3\"></audio>",
            "The mill, a film</p>",
            ">Play</a>",
            "From YouTube. Nothing is loaded from there until you press.",
            "href=\"https://www.youtube.com/watch?v=abc\"",
            "href=\"https://news.example/2025/plan.pdf\"",
            "Open the document: plan.pdf",
        ],
    );
    lacks(page, &["enable JavaScript", "cannot play", "No PDF", "<iframe", "src=\"https://www.youtube"]);
}

#[test]
fn nothing_of_a_player_is_loaded_before_a_press_or_plays_by_itself() {
    let page = "<p>x</p><video autoplay muted loop src=a.mp4 onplay=x() preload=auto></video><iframe src=https://player.vimeo.com/video/1 allow=camera srcdoc='<script>x</script>'></iframe>";
    has(page, &[FILM]);
    lacks(page, &[" autoplay", "muted", "loop", "onplay", "srcdoc", "camera", "<iframe", "script"]);
}

#[test]
fn a_film_keeps_its_files_and_its_words_and_no_others() {
    has(
        "<p>x</p><video width=640 height=360><source src=a.webm type='video/webm; codecs=vp9'><source src=javascript:x><track src=a.vtt kind=captions srclang=en label=English default><track src=data:text/vtt,x><a href=a.mp4>Load</a></video>",
        &[
            "width=\"640\" height=\"360\"><source type=\"video/webm\" src=\"https://news.example/2025/a.webm\">",
            "<track kind=\"captions\" label=\"English\" srclang=\"en\" src=\"https://news.example/2025/a.vtt\"></video>",
        ],
    );
    for late in [
        "<video data-src=a.mp4></video>",
        "<video><source data-src=a.mp4></video>",
        "<amp-video src=a.mp4></amp-video>",
    ] {
        has(&format!("<p>x</p>{late}"), &[FILM, "src=\"https://news.example/2025/a.mp4\""]);
    }
}

#[test]
fn a_film_that_cannot_be_played_here_is_led_to() {
    has(
        "<p>x</p><video src='blob:https://a.example/1'></video>",
        &["href=\"https://news.example/2025/story.html\"", "Open the page that is shown here: news.example"],
    );
    has(
        "<p>x</p><video poster=a.jpg><a href=film.mp4>Load it</a></video>",
        &["href=\"https://news.example/2025/film.mp4\""],
    );
    lacks("<p>x</p><video></video><audio></audio>", &["<video", "<audio", "article-embed"]);
}

#[test]
fn every_way_to_embed_a_film_of_a_known_site_gives_its_card() {
    for embed in [
        "<iframe src='//www.youtube.com/embed/abc?feature=oembed' allowfullscreen></iframe>",
        "<iframe data-src='https://www.youtube-nocookie.com/embed/abc' src='about:blank'></iframe>",
        "<object><param name=movie value=x><embed src='https://www.youtube.com/v/abc&hl=en' type='application/x-shockwave-flash'></object>",
        "<object data='https://www.youtube.com/embed/abc'></object>",
        "<noscript><iframe src='https://www.youtube.com/embed/abc'></iframe></noscript>",
        "<lite-youtube videoid=abc></lite-youtube>",
        "<amp-youtube data-videoid=abc layout=responsive></amp-youtube>",
        "<figure><div class=wrap><iframe src='https://www.youtube.com/embed/abc'></iframe></div><figcaption>x</figcaption></figure>",
    ] {
        has(&format!("<p>x</p>{embed}"), &["article-embed-film", "href=\"https://www.youtube.com/watch?v=abc\""]);
    }
    has(
        "<p>x</p><iframe src='https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b'></iframe>",
        &["article-embed-sound", "href=\"https://soundcloud.com/a/b\"", ">Play<"],
    );
    has(
        "<p>x</p><iframe src='https://codepen.io/ann/embed/AbC'></iframe>",
        &["article-embed-sheet", ">Show here<", "Open on CodePen"],
    );
}

#[test]
fn what_another_site_shows_is_led_to() {
    has(
        "<p>x</p><iframe src='https://charts.example/7' title='Prices'></iframe>",
        &["Prices", "href=\"https://charts.example/7\"", "Open the page that is shown here: charts.example"],
    );
    has(
        "<p>x</p><iframe src='https://platform.twitter.com/embed/Tweet.html?id=20'></iframe>",
        &["href=\"https://x.com/i/status/20\"", "Open on X"],
    );
    has("<p>x</p><embed src=plan.pdf type=application/pdf>", &["Open the document: plan.pdf"]);
    has("<p>x</p><object data=/file?id=1 type=application/pdf></object>", &["Open the document: file"]);
    has(
        "<p>x</p><blockquote class=instagram-media data-instgrm-permalink=https://www.instagram.com/p/Ab1/></blockquote>",
        &["href=\"https://www.instagram.com/p/Ab1/\""],
    );
    has(
        "<p>x</p><blockquote class=twitter-tweet><p>Words of a post</p><a href=https://twitter.com/a/status/1>May 3</a></blockquote>",
        &["<blockquote><p>Words of a post</p>"],
    );
    has(
        "<p>x</p><object data=chart.svg type=image/svg+xml>A chart</object>",
        &["<img", "chart.svg", "alt=\"A chart\""],
    );
}

#[test]
fn a_file_that_plays_is_played_whatever_names_it() {
    for film in [
        "<object data=a.mp4 type=video/mp4></object>",
        "<embed src=a.mp4>",
        "<iframe src='a.mp4?x=1'></iframe>",
        "<object data=a.mp4><p>No film.</p></object>",
    ] {
        has(&format!("<p>x</p>{film}"), &[FILM, "src=\"https://news.example/2025/a.mp4"]);
    }
    has(
        "<p>x</p><embed src=a type=audio/mpeg>",
        &["<audio controls=\"\" preload=\"none\" src=\"https://news.example/2025/a\""],
    );
}

#[test]
fn what_only_counts_or_hides_is_left_out() {
    lacks(
        "<p>x</p><iframe src=https://www.googletagmanager.com/ns.html width=0 height=0></iframe><iframe src=https://a.example/ width=1 height=1></iframe><iframe src='javascript:x'></iframe><iframe></iframe><iframe src=''></iframe><iframe src='data:text/html,x'></iframe><iframe hidden src=https://b.example/></iframe><iframe srcdoc='<p>y</p>'></iframe>",
        &["article-embed", "example/", "<iframe"],
    );
}

#[test]
fn a_frame_whose_height_the_page_does_not_know_is_one() {
    has("<p>x</p><iframe src=https://youtu.be/abc width=640 height=0></iframe>", &["article-embed-film"]);
    lacks("<p>x</p><iframe src=https://youtu.be/abc width=0 height=0></iframe>", &["article-embed"]);
}

#[test]
fn a_card_speaks_the_pages_language() {
    let html = drawn(
        read("<article><p>x</p><iframe src=https://youtu.be/abc></iframe><iframe src=https://a.example/></iframe>")
            .unwrap(),
        messages(),
    );
    for said in [
        ">⟦Play⟧</a>",
        "⟦From YouTube. Nothing is loaded from there until you press.⟧",
        "⟦Open on YouTube⟧",
        "⟦Open the page that is shown here: a.example⟧",
    ] {
        assert!(html.contains(said), "{said}: {html}");
    }
    assert!(body("<p>x</p><iframe src=https://youtu.be/abc></iframe>").contains("lang=\"en\""));
    assert!(
        !drawn(
            read("<article lang=de><p>x</p><iframe src=https://youtu.be/abc></iframe>").unwrap(),
            Messages::default()
        )
        .contains("<iframe")
    );
}

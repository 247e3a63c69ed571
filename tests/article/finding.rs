//! What of a page is its article, in the shapes in which real pages were seen to hide it or to mix it with other things.

use article_widget::domain::safe_markup::SafeNode;

use crate::support::read;

/// Paragraphs as articles have them, each its own.
fn paragraphs(from: usize, to: usize) -> String {
    let paragraph = |number| {
        format!(
            "<p>In year {number} of the harbour, one hundred boats paid the toll on herring, and the granite that came by barge \
             was laid by hand, stone by stone, until the quay stood dry at low water.</p>"
        )
    };
    (from..to).map(paragraph).collect()
}

fn words_of(nodes: &[SafeNode], out: &mut String) {
    for node in nodes {
        match node {
            SafeNode::Text(text) => out.push_str(text),
            SafeNode::Element(element) => words_of(element.children(), out),
        }
        out.push(' ');
    }
}

/// All the words that are shown of a page's article, with single spaces.
fn shown(page: &str) -> String {
    let article = read(page).unwrap();
    let mut out = String::new();
    words_of(&article.blocks, &mut out);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Complains unless a page shows all of these texts and none of those.
#[track_caller]
fn shows(page: &str, these: &[&str], not_those: &[&str]) {
    let shown = shown(page);
    for text in these {
        assert!(shown.contains(text), "{text:?} is not in {shown:?}");
    }
    for text in not_those {
        assert!(!shown.contains(text), "{text:?} is in {shown:?}");
    }
}

#[test]
fn what_a_server_streams_behind_the_page_is_seen_where_scripts_put_it() {
    let (first, text) = (paragraphs(20, 22), paragraphs(1, 6));
    let page =
        |id: &str| format!("<main><h1>A quiet harbour</h1>{first}</main><div hidden id='{id}'><div>{text}</div></div>");
    shows(&page("S:0"), &["year 1 ", "year 5 "], &[]);
    shows(&page("S:1f"), &["year 1 "], &[]);
    shows(&page("menu"), &["year 20 "], &["year 1 "]);
    shows(&page("S:menu"), &["year 20 "], &["year 1 "]);
}

#[test]
fn sections_that_readers_open_are_part_of_the_text_and_hidden_menus_are_not() {
    let text = paragraphs(1, 5);
    let folded = paragraphs(8, 9);
    for section in [
        format!("<div role=region style='display: none'>{folded}</div>"),
        format!("<div class='wp-accordion' hidden>{folded}</div>"),
        format!("<div id=collapse-2 aria-hidden=true>{folded}</div>"),
    ] {
        shows(&format!("<article><h1>A quiet harbour</h1>{text}{section}</article>"), &["year 1 ", "year 8 "], &[]);
    }
    let menu =
        "<ul>".to_owned() + &"<li><a href=/a>Another story of the coast and its boats</a></li>".repeat(9) + "</ul>";
    shows(
        &format!(
            "<article><h1>A quiet harbour</h1><div class='collapse' hidden>{menu}</div>{text}<div hidden>{folded}</div></article>"
        ),
        &["year 1 "],
        &["Another story", "year 8 "],
    );
}

#[test]
fn the_text_of_a_page_that_scripts_draw_stands_in_for_them() {
    let text = paragraphs(1, 8);
    shows(
        &format!("<div class=post-body><h1>A quiet harbour</h1><noscript>{text}</noscript><p>Please wait.</p></div>"),
        &["year 1 ", "year 7 "],
        &[],
    );
    shows(
        &format!(
            "<article><h1>A quiet harbour</h1>{text}<noscript><p>Turn on scripts to see the comments of readers.</p></noscript></article>"
        ),
        &["year 7 "],
        &["Turn on scripts"],
    );
}

#[test]
fn a_text_whose_sections_stand_in_boxes_of_their_own_is_whole() {
    let section = |number: usize| {
        let boxed = |text: String| {
            format!(
                "<div class=row><div class=column><div class=module><div class=inner>{text}</div></div></div></div>"
            )
        };
        format!("<div class=section><h2>Part {number}</h2>{}</div>", boxed(paragraphs(number * 10, number * 10 + 4)))
    };
    let teasers = "<li><a href=/b>Boats of the north coast, and who sails them now</a></li>".repeat(12);
    let page = format!(
        "<title>A quiet harbour</title><div class=site><div class=wrap>{}{}{}{}</div><div class=more><ul>{teasers}</ul></div></div>",
        section(1),
        section(2),
        section(3),
        section(4)
    );
    shows(&page, &["Part 1", "year 10 ", "year 21 ", "year 33 ", "year 43 "], &["Boats of the north"]);
}

#[test]
fn boxes_with_names_that_any_box_has_stay_where_they_hold_text() {
    let page = |name: &str| {
        format!(
            "<article><h1>A quiet harbour</h1>{}<div class='{name}'>{}</div>{}</article>",
            paragraphs(1, 4),
            paragraphs(50, 53),
            paragraphs(4, 6)
        )
    };
    for name in ["so-widget", "media-block", "panel-hidden", "scroll-area"] {
        shows(&page(name), &["year 1 ", "year 51 ", "year 5 "], &[]);
    }
    for name in ["comment-box", "promo-box"] {
        shows(&page(name), &["year 1 ", "year 5 "], &["year 51 "]);
    }
}

#[test]
fn a_text_that_a_page_has_for_narrow_and_for_wide_screens_is_shown_once() {
    let text = paragraphs(1, 8);
    let page = format!(
        "<title>A quiet harbour</title><main><div class=narrow><div>{text}</div></div><div class=wide><div>{text}</div></div></main>"
    );
    assert_eq!(shown(&page).matches("year 3 ").count(), 1);
    let refrain = "<div><p>Row, boys, row, the herring is low.</p></div>";
    let song = shown(&format!("<article><h1>A quiet harbour</h1>{refrain}{text}{refrain}</article>"));
    assert_eq!(song.matches("Row, boys").count(), 2);
}

#[test]
fn the_sentence_under_the_headline_is_read_with_the_article() {
    let text = paragraphs(1, 7);
    let lead = "How a village of four hundred built its own quay, without a loan and without a crane";
    for (head, line) in [
        ("", format!("<p class=intro>{lead}</p>")),
        ("", format!("<h2 itemprop=description>{lead}</h2>")),
        ("", format!("<div class='c-lead__text'>{lead}</div>")),
        (&*format!("<meta property=og:description content='{lead}.'>"), format!("<p class=a1>{lead}</p>")),
    ] {
        let page = |line: &str| {
            format!(
                "<title>A quiet harbour</title>{head}<div class=top><div class=left><h1>A quiet harbour</h1>{line}<p class=kicker>Coast</p></div></div><div class=picture></div><div class=bottom><div class=article-text>{text}</div></div>"
            )
        };
        let whole = shown(&page(&line));
        assert!(whole.starts_with(lead) && whole.contains("year 6 "), "{line} gave {whole}");
        assert_eq!(whole.matches(lead).count(), 1, "{line}");
        let elsewhere = page(&format!("<nav class=teasers>{line}</nav>"));
        shows(&elsewhere, &["year 6 "], &[lead]);
    }
}

#[test]
fn lines_that_lead_elsewhere_are_no_part_of_the_text() {
    let link = "<a href=/c>Herring are back in the strait, says the council</a>";
    let (before, after) = (paragraphs(1, 4), paragraphs(4, 7));
    for line in [
        format!("<p>Lea más: {link}</p>"),
        format!("<h3>MIRA: {link}</h3>"),
        format!("<p><strong>Vea también: {link}</strong></p>"),
        format!("<p>Zobacz także: {link}</p>"),
        format!("<p>Read next: {link}</p>"),
    ] {
        shows(&format!("<article><h1>A quiet harbour</h1>{before}{line}{after}</article>"), &["year 6 "], &["Herring"]);
    }
    let said = "<p>Read next to the sea, the letters of the harbour master are a comedy.</p>";
    shows(&format!("<article><h1>A quiet harbour</h1>{before}{said}{after}</article>"), &["a comedy"], &[]);
    for last in [
        "<p>Subscribe now to our evening paper for the full story.</p>",
        "<p>Category : Harbours</p>",
        "<p><em>Follow us for news of the coast.</em></p>",
    ] {
        shows(
            &format!("<article><h1>A quiet harbour</h1>{before}{after}{last}</article>"),
            &["year 6 "],
            &["Subscribe", "Category", "Follow"],
        );
    }
    let first =
        "<p>Subscribe to no paper, was the advice of the harbour master to his sons, and read the tide instead.</p>";
    shows(&format!("<article><h1>A quiet harbour</h1>{first}{before}{after}</article>"), &["his sons"], &[]);
}

#[test]
fn the_sentence_about_the_author_at_the_end_is_no_part_of_the_text() {
    let text = paragraphs(1, 7);
    let page = |first: &str, last: &str| {
        format!("<article><h1>A quiet harbour</h1><p class=byline>By Ann Lee</p>{first}{text}{last}</article>")
    };
    let portrait = "<p>Ann Lee is our reporter for the coast. She has covered herring since the war of the nets.</p>";
    shows(&page("", portrait), &["year 6 "], &["reporter for the coast"]);
    shows(&page(portrait, ""), &["reporter for the coast"], &[]);
    let hero = "<p>Ada Quill is the reporter for the coast who first wrote about all of this, in a paper that nobody kept.</p>";
    shows(&page("", hero), &["Ada Quill"], &[]);
}

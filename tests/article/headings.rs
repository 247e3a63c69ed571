//! Headings without the signs that lead to them.

use crate::support::{body, has, lacks, read};

#[test]
fn permalink_signs_of_every_generator_go() {
    for heading in [
        "<h2 id=next>Next<a class=hash-link href='#next' aria-label='Direct link to Next'>&#8203;</a></h2>",
        "<h2 id=next>Next<a class=headerlink href='#next' title='Permanent link'>¶</a></h2>",
        "<h2 id=next><a class=anchor aria-hidden=true href='#next'>#</a>Next</h2>",
        "<h2 id=next tabindex=-1>Next <a class=header-anchor href='#next' aria-label='Permalink to &quot;Next&quot;'>&ZeroWidthSpace;</a></h2>",
        "<h2><a id=user-content-next class=anchor href='#next'><svg></svg></a>Next</h2>",
        "<div class=markdown-heading><h2 class=heading-element>Next</h2><a id=user-content-next class=anchor aria-label='Permalink: Next' href='#next'><svg></svg></a></div>",
        "<div class='sl-heading-wrapper level-h2'><h2 id=next>Next</h2><a class=sl-anchor-link href='#next'><span aria-hidden=true class=sl-anchor-icon><svg></svg></span><span class=sr-only>Section titled “Next”</span></a></div>",
        "<h2 id=next>Next<a href='#next'>§</a></h2>",
        "<h2 id=next><a href='#next'>Next</a></h2>",
        "<h2 id=next><a class=header href='#next'>Next</a></h2>",
        "<h2><span class=mw-headline id=next>Next</span><span class=mw-editsection>[<a href=/edit>edit</a>]</span></h2>",
        "<section id=next><h2>Next<a class=headerlink href='#next' title='Link to this heading'>#</a></h2>",
        "<h2 id=next>Next <a href='#next' class=permalink><img src=link.png alt=Link></a></h2>",
        "<h2 id=next>Next<a class=anchorjs-link href='#next' data-anchorjs-icon=''></a></h2>",
        "<h2 id=next>Next <a class=heading-link href='https://news.example/2025/story.html#next'>Link to this heading</a></h2>",
        "<h2 id=next>Next <span class=anchor aria-hidden=true>🔗</span></h2>",
    ] {
        let html = body(&format!("<p>One.</p>{heading}<p>Two.</p>"));
        assert!(
            html.contains("id=\"article-next\">Next</h2><p>Two")
                || html.contains("id=\"article-next\">Next </h2><p>Two"),
            "{heading}\n{html}"
        );
    }
}

#[test]
fn what_a_heading_says_stays() {
    for (heading, shown) in [
        ("<h2>C#</h2>", ">C#</h2>"),
        ("<h2>Learning <a href='#c'>C#</a></h2>", ">C#</a></h2>"),
        ("<h2>§ 3 Terms</h2>", ">§ 3 Terms</h2>"),
        ("<h2><a href=/post>A post</a></h2>", ">A post</a></h2>"),
        ("<h2><a href=/post#more>A post</a></h2>", ">A post</a></h2>"),
        ("<h2>Crust<sup><a href='#fn1'>1</a></sup></h2>", ">1</a></sup></h2>"),
        ("<h2>Crust<a href='#fn1'>*</a></h2>", ">*</a></h2>"),
        ("<h2>What is an anchor link?</h2>", ">What is an anchor link?</h2>"),
        ("<h2>#</h2>", ">#</h2>"),
        ("<h2>Permalinks <em>and</em> you</h2>", ">Permalinks <em>and</em> you</h2>"),
    ] {
        has(&format!("<p>One.</p>{heading}<p id=fn1>Two.</p><p id=c>x</p>"), &[shown]);
    }
}

#[test]
fn a_headline_has_no_sign_either() {
    for sign in [
        "<a class=headerlink href='#install' title='Permanent link'>¶</a>",
        "<a href='#install' aria-hidden=true>#</a>",
    ] {
        let page = format!("<title>Install</title><article><h1 id=install>Install{sign}</h1><p>Get it.</p></article>");
        assert_eq!(read(&page).unwrap().headline.as_deref(), Some("Install"));
    }
    assert_eq!(read("<article><h1>C#</h1><p>Get it.</p></article>").unwrap().headline.as_deref(), Some("C#"));
    lacks("<p>x</p><h2>One<a class=headerlink href='#o'>¶</a></h2><p>y</p>", &["¶"]);
}

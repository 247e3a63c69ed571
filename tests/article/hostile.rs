//! Hostile markup: whatever goes in, only what the allow-list and the link policy name comes out.

use std::collections::BTreeSet;

use article_widget::domain::allow_list::{Attribute, Tag};
use article_widget::domain::article_error::ArticleError;
use article_widget::domain::safe_markup::{ID_PREFIX, MAX_SHOWN_DEPTH, SafeNode};
use article_widget::domain::srcset;
use scraper::{Html, Node};

use crate::support::{corpora, corpus, read, rendered};

/// The elements that the view itself puts around an article; their attributes and classes.
const OUR_TAGS: [&str; 4] = ["html", "head", "h1", "header"];
const OUR_ATTRIBUTES: [&str; 12] = [
    "class",
    "rel",
    "loading",
    "decoding",
    "fetchpriority",
    "tabindex",
    "role",
    "aria-label",
    "controls",
    "preload",
    "playsinline",
    "data-player",
];
const OUR_CLASSES: [&str; 30] = [
    "article-address",
    "article-left",
    "article-center",
    "article-right",
    "article-header",
    "p-name",
    "dt-published",
    "article-updated",
    "dt-updated",
    "u-photo",
    "byline",
    "byline-name",
    "p-author",
    "h-card",
    "reading-time",
    "article-body",
    "e-content",
    "article-lead",
    "article-table",
    "article-embed",
    "article-embed-page",
    "article-embed-film",
    "article-embed-sound",
    "article-embed-sheet",
    "article-embed-stage",
    "article-embed-title",
    "article-embed-button",
    "article-embed-note",
    "article-embed-link",
    "article-formula",
];

fn is_web(address: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| address.starts_with(scheme))
}

/// What a press would load: a player of the short list, over a safe line.
#[track_caller]
fn loads_only_known_players(nodes: &[SafeNode], source: &str) {
    const PLAYERS: [&str; 16] = [
        "www.youtube-nocookie.com",
        "player.vimeo.com",
        "geo.dailymotion.com",
        "embed.ted.com",
        "w.soundcloud.com",
        "open.spotify.com",
        "embed.podcasts.apple.com",
        "embed.music.apple.com",
        "bandcamp.com",
        "codepen.io",
        "codesandbox.io",
        "www.google.com",
        "maps.google.com",
        "www.openstreetmap.org",
        "datawrapper.dwcdn.net",
        "flo.uri.sh",
    ];
    for node in nodes {
        let SafeNode::Element(element) = node else { continue };
        if let Some(address) = element.attribute(Attribute::Src).filter(|_| element.tag() == Tag::Iframe) {
            let url = url::Url::parse(address).unwrap_or_else(|error| panic!("{address}: {error}"));
            let known = url.host_str().is_some_and(|host| {
                PLAYERS.iter().any(|player| *player == host || player.strip_prefix("www.") == Some(host))
            });
            assert!(known && url.scheme() == "https" && url.port().is_none(), "{address} from {source:?}");
        }
        loads_only_known_players(element.children(), source);
    }
}

/// Looks at what a second parser makes of the drawn HTML, so that text which only looks harmless is found too.
#[track_caller]
pub(crate) fn holds_only_what_is_allowed(html: &str, source: &str) {
    let mut ids = BTreeSet::new();
    for node in Html::parse_document(html).tree.nodes() {
        let element = match node.value() {
            Node::Element(element) => element,
            Node::Comment(comment) => panic!("comment {comment:?} from {source:?}"),
            _ => continue,
        };
        let name = element.name();
        assert_ne!(name, "iframe", "nothing is loaded before a press: {source:?}");
        let known = Tag::named(name).is_some_and(|tag| tag.name() == name || name == "body" || name == "header");
        assert!(known || OUR_TAGS.contains(&name), "<{name}> from {source:?} in {html}");
        for (key, value) in element.attrs() {
            let known = Attribute::named(key).is_some() || OUR_ATTRIBUTES.contains(&key);
            assert!(known, "{key}={value:?} from {source:?} in {html}");
            let holds = match key {
                "id" => value.starts_with(ID_PREFIX) && ids.insert(value.to_owned()),
                "href" if value.starts_with('#') => value.starts_with(&format!("#{ID_PREFIX}")),
                "href" => ["http://", "https://", "mailto:"].iter().any(|scheme| value.starts_with(scheme)),
                "src" | "poster" | "data-player" => is_web(value),
                "srcset" => srcset::candidates(value).iter().all(|candidate| is_web(candidate.address)),
                "class" => value.split(' ').all(|class| OUR_CLASSES.contains(&class)),
                _ => true,
            };
            assert!(holds, "{key}={value:?} from {source:?} in {html}");
        }
    }
}

/// Reads a page and checks what is drawn of it; whether anything was.
fn judge(html: &str, source: &str) -> bool {
    match read(html) {
        Ok(article) => {
            loads_only_known_players(&article.blocks, source);
            holds_only_what_is_allowed(&rendered(article), source);
            true
        }
        Err(error) => {
            assert_eq!(error, ArticleError::Empty, "{source:?}");
            false
        }
    }
}

#[test]
fn thousands_of_known_attacks_come_out_as_permitted_markup_only() {
    let Some(folder) = corpora() else { return };
    let attacks: Vec<String> = serde_json::from_str(&corpus(&folder, "xss.json")).unwrap();
    assert!(attacks.len() > 5_000);
    let mut shown = 0_usize;
    for attack in &attacks {
        shown += usize::from(judge(attack, attack));
        judge(&format!("<article><h1>Headline</h1><p>Before {attack} after.</p></article>"), attack);
        judge(&format!("<article><p><a href=\"{attack}\">link</a><img src=\"{attack}\" alt='{attack}'></p>"), attack);
    }
    // Were most of them empty, the test would say little.
    assert!(shown > attacks.len() / 2, "only {shown} of {} showed anything", attacks.len());
}

#[test]
fn all_attacks_in_one_page_do_not_help_each_other() {
    let Some(folder) = corpora() else { return };
    let attacks: Vec<String> = serde_json::from_str(&corpus(&folder, "xss.json")).unwrap();
    for chunk in attacks.chunks(50) {
        judge(&chunk.join("\n"), "fifty at once");
    }
}

#[test]
fn pages_and_feeds_of_other_systems_come_out_as_permitted_markup_only() {
    let Some(folder) = corpora() else { return };
    for entry in std::fs::read_dir(folder.join("exports")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = corpus(&folder.join("exports"), &name);
        judge(&text, &name);
        // Their entries hold escaped HTML or CDATA sections: the articles themselves.
        for section in text.split("<![CDATA[").skip(1).filter_map(|rest| rest.split("]]>").next()) {
            judge(section, &name);
        }
        judge(&text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"), &name);
    }
}

#[test]
fn a_very_deep_page_keeps_its_text_and_stays_shallow() {
    fn depth(nodes: &[SafeNode]) -> usize {
        let below = |node: &SafeNode| match node {
            SafeNode::Text(_) => 0,
            SafeNode::Element(element) => 1 + depth(element.children()),
        };
        nodes.iter().map(below).max().unwrap_or(0)
    }
    let page = format!("<article>{}deep{}<p>after</p>", "<div>".repeat(5_000), "</div>".repeat(5_000));
    let article = read(&page).unwrap();
    assert!(depth(&article.blocks) <= MAX_SHOWN_DEPTH + 1);
    let html = rendered(article);
    assert!(html.contains("deep") && html.contains("after"), "{html}");
}

#[test]
fn a_script_below_the_greatest_depth_does_not_become_text() {
    let page = format!(
        "<p>seen{}<script>unseen()</script><style>unseen</style>\
         <script type=application/ld+json>unseen</script><iframe>unseen</iframe><object><i>unseen</i></object> after",
        "<b>".repeat(600)
    );
    let html = rendered(read(&page).unwrap());
    assert!(html.contains("seen") && html.contains("after") && !html.contains("unseen"), "{html}");
}

#[test]
fn what_is_new_in_an_article_lets_nothing_else_in() {
    for attack in [
        "<img srcset='javascript:x 1x, data:text/html,y 2x, https://a.example/b.png 3x, vbscript:z'>",
        "<img src=x srcset='https://a.example/x\"onerror=y 1x'>",
        "<img data-src='javascript:x' data-srcset='javascript:x 2x' sizes='expression(x)'>",
        "<picture><source srcset='javascript:x'><img onerror=x src=javascript:y></picture>",
        "<noscript><p title='</noscript><img src=x onerror=x>'></noscript>",
        "<noscript><img src=a.png onerror=x onload=y></noscript>",
        "<video poster=javascript:x src=javascript:y><source src=data:text/html,x type='text/html\"x'><track src=javascript:x label='<script>'></video>",
        "<video src=a.mp4 poster='data:image/svg+xml,<svg onload=x>' onerror=x onloadstart=x></video>",
        "<audio src=a.mp3><source onerror=x><script>x</script></audio>",
        "<iframe srcdoc='<script>parent.x()</script>' src=javascript:x onload=x></iframe>",
        "<iframe src='https://www.youtube.com/embed/a%22onload=x' name=x></iframe>",
        "<iframe src='https://www.youtube.com@evil.example/embed/abc'></iframe>",
        "<iframe src='https://w.soundcloud.com/player/?url=javascript%3A//soundcloud.com/x'></iframe>",
        "<object data='data:text/html,<script>x</script>' type=text/html></object>",
        "<object data=javascript:x><embed src=javascript:y></object>",
        "<embed src='data:image/svg+xml,<svg onload=x>' type=image/svg+xml>",
        "<lite-youtube videoid='a\"onload=x'></lite-youtube>",
        "<blockquote cite=javascript:x></blockquote>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=x&gt;'>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=x></style></mglyph></form></mtext></math>",
        "<math><annotation-xml encoding='text/html'><style><img src=x onerror=x></style></annotation-xml><mi>a</mi></math>",
        "<math href=javascript:x><mi xlink:href=javascript:y definitionurl=x onclick=z>a</mi></math>",
        "<math><maction actiontype='statusline#http://x' xlink:href=javascript:x>click</maction></math>",
        "<math><mi><svg><script>x</script></svg><iframe src=javascript:x></iframe>a</mi></math>",
        "<math><mstyle style=x mathcolor='red;x' mathbackground='url(javascript:x)'><mi>a</mi></mstyle></math>",
        "<a href='#x' id='x\" onclick=y'>1</a><p id='x'>2</p><a href='#__proto__'>3</a><p id=__proto__>4</p>",
        "<h2 id='\"><script>x</script>'>a</h2><h2 id='heading'>b</h2><a href='#heading'>c</a><p id=panel>d</p><a href='#panel'>e</a>",
        "<a name='javascript:x'></a><a href='#javascript:x'>1</a>",
        "<script type=application/ld+json>{\"a\": \"</script><img src=x onerror=x>\"}</script>",
        "<script type=math/tex><img src=x onerror=x></script>",
        "<span class=katex><math><annotation encoding=application/x-tex></annotation><mi>a</mi></math><script>x</script></span>",
        "<div class=MathJax aria-label='<img src=x onerror=x>'></div>",
    ] {
        judge(&format!("<article><h1>Headline</h1><p>Before.</p>{attack}<p>After.</p></article>"), attack);
        judge(&format!("<article><h1>Headline</h1><p>Before {attack} after.</p></article>"), attack);
    }
}

#[test]
fn a_deep_page_keeps_its_structure_and_needs_little_stack() {
    let depth = 500;
    for (open, close) in [
        ("<div class=a>", "</div>"),
        ("<blockquote>", "</blockquote>"),
        ("<ul><li>", "</li></ul>"),
        ("<b>", "</b>"),
        ("<table><tr><td>", "</td></tr></table>"),
    ] {
        let page = format!(
            "<article><h1>Deep</h1>{}<h2>Head</h2><p>text <em>here</em></p>{}<p>after</p>",
            open.repeat(depth),
            close.repeat(depth)
        );
        let read_and_draw = move || {
            let html = rendered(read(&page).unwrap());
            assert!(html.contains("Head") && html.contains("text ") && html.contains("<p>after</p>"), "{html}");
            if open.starts_with("<div") {
                assert!(
                    html.contains("<h2 tabindex=\"-1\" id=\"article-head\">Head</h2><p>text <em>here</em></p>"),
                    "{html}"
                );
            }
        };
        // Frames of an unoptimized native build are far larger than those of the module, which has a megabyte.
        let thread = std::thread::Builder::new().stack_size(4 << 20).spawn(read_and_draw).unwrap();
        assert!(thread.join().is_ok(), "{open}");
    }
}

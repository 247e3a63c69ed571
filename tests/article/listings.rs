//! Code: its lines, and nothing beside them.

use crate::support::{body, has};

#[track_caller]
fn reads(listing: &str, lines: &str) {
    let html = body(&format!("<p>x</p>{listing}<p>y</p>"));
    let shown = html.split_once("<pre").and_then(|(_, rest)| rest.split_once('>')).map_or("", |(_, rest)| rest);
    let shown = shown.split_once("</pre>").map_or("", |(shown, _)| shown);
    let text =
        scraper::Html::parse_fragment(&format!("<pre>\n{shown}</pre>")).root_element().text().collect::<String>();
    assert_eq!(text.trim_end(), lines, "{listing}\n{html}");
    assert_eq!(html.matches("<pre").count(), 1, "{html}");
    assert!(!html.contains("<table"), "{html}");
}

#[test]
fn numbers_beside_the_lines_go() {
    reads("<pre><code>a\n  b</code></pre>", "a\n  b");
    reads(
        "<figure class=highlight><table><tr><td class=gutter><pre><span class=line>1</span><br><span class=line>2</span></pre></td><td class=code><pre><span class=line>a</span><br><span class=line>  b</span></pre></td></tr></table></figure>",
        "a\n  b",
    );
    reads(
        "<div class=highlight><table class=highlighttable><tr><td class=linenos><div class=linenodiv><pre>1\n2</pre></div></td><td class=code><div><pre><span></span>a\n  b\n</pre></div></td></tr></table></div>",
        "a\n  b",
    );
    reads(
        "<table class=lntable><tr><td class=lntd><pre><code><span class=lnt>1\n</span><span class=lnt>2\n</span></code></pre></td><td class=lntd><pre><code>a\n  b\n</code></pre></td></tr></table>",
        "a\n  b",
    );
    reads(
        "<table class=rouge-table><tbody><tr><td class='rouge-gutter gl'><pre class=lineno>1\n2\n</pre></td><td class=rouge-code><pre>a\n  b\n</pre></td></tr></table>",
        "a\n  b",
    );
    reads("<pre><span class=lineno>1 </span>a\n<span class=lineno>2 </span>  b</pre>", "a\n  b");
    reads(
        "<table class='highlight js-file-line-container'><tr><td class=blob-num data-line-number=1></td><td class='blob-code blob-code-inner'>a</td></tr><tr><td class=blob-num></td><td class=blob-code>  b</td></tr></table>",
        "a\n  b",
    );
    reads(
        "<pre><code><table class=hljs-ln><tr><td class=hljs-ln-numbers data-line-number=1></td><td class=hljs-ln-code>a</td></tr><tr><td class=hljs-ln-numbers></td><td class=hljs-ln-code>  b</td></tr></table></code></pre>",
        "a\n  b",
    );
}

#[test]
fn lines_are_lines_however_they_are_marked() {
    reads("<pre><div class=line>a</div><div class=line>  b</div></pre>", "a\n  b");
    reads("<pre><code><span class=token-line>a<br></span><span class=token-line>  b<br></span></code></pre>", "a\n  b");
    reads("<pre><ol class=linenums><li>a</li><li>  b</li></ol></pre>", "a\n  b");
    reads(
        "<pre><code class=language-js><span class=hljs-keyword>let</span> a = <span class=n>1</span>;</code></pre>",
        "let a = 1;",
    );
    has("<p>x</p><pre><code><span class=k>let</span> <a href=/x>a</a></code></pre>", &["<code>let <a "]);
}

#[test]
fn a_table_with_a_listing_in_it_stays_a_table() {
    has(
        "<p>x</p><table><tr><th>Name</th><td><pre>a</pre></td></tr><tr><td>1</td><td>2</td></tr></table>",
        &["<table", "<th", "<pre"],
    );
    has("<p>x</p><table><tr><td>1</td><td>2</td></tr></table>", &["<td>1</td>"]);
}

//! Posts as WordPress keeps them: their paragraphs are parted by empty lines and have no elements.

use super::shortcodes;

/// Elements that are no part of a paragraph.
const BLOCKS: [&str; 30] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "iframe",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
    "video",
];

/// The HTML that WordPress would make of a post.
pub(super) fn in_paragraphs(post: &str) -> String {
    let post = shortcodes::replaced(&post.replace("\r\n", "\n"));
    // What the editor of blocks writes is whole.
    if post.contains("<!-- wp:") || post.contains("<p>") || post.contains("<p ") {
        return post;
    }
    let mut out = String::with_capacity(post.len() + 64);
    let mut rest = post.as_str();
    while let Some(place) = rest.find("<pre") {
        let (before, listing) = rest.split_at(place);
        write(before, &mut out);
        let end = listing.find("</pre>").map_or(listing.len(), |end| end + 6);
        let (listing, after) = listing.split_at(end);
        out.push_str(listing);
        rest = after;
    }
    write(rest, &mut out);
    out
}

fn write(text: &str, out: &mut String) {
    for part in text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()) {
        if holds_block(part) {
            out.push_str(part);
        } else {
            out.push_str("<p>");
            out.push_str(&part.replace('\n', "<br>\n"));
            out.push_str("</p>");
        }
        out.push('\n');
    }
}

fn holds_block(part: &str) -> bool {
    part.split('<').skip(1).any(|tag| {
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).take(12).collect();
        BLOCKS.contains(&name.to_ascii_lowercase().as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_lines_part_paragraphs_outside_of_blocks() {
        let post =
            "One <em>line</em>\r\nand another\r\n\r\n\r\n<ul>\n<li>a</li>\n</ul>\n\nTwo\n<pre>a\n\nb</pre>\nThree";
        let html = "<p>One <em>line</em><br>\nand another</p>\n<ul>\n<li>a</li>\n</ul>\n<p>Two</p>\n<pre>a\n\nb</pre><p>Three</p>\n";
        assert_eq!(in_paragraphs(post), html);
        for whole in ["<p>a</p>\n\n<p>b</p>", "<!-- wp:list -->\n\n<ul></ul>"] {
            assert_eq!(in_paragraphs(whole), whole);
        }
    }
}

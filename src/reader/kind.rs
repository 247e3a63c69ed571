//! Which kind of source came for an article: judged by what the server says, by what the address ends in, and by how the text begins.

/// The kinds of sources that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An HTML page, or a fragment of one.
    Html,
    /// A page in the syntax of XML.
    Xhtml,
    /// Markdown, perhaps with front matter.
    Markdown,
    /// JSON: JSON Feed, or what WordPress gives.
    Json,
    /// XML with entries: Atom or RSS.
    Feed,
}

/// The kind of a source, from its `Content-Type`, the address that it came from in the end, and its beginning. `None` for what is
/// none of them.
pub fn recognise(header: Option<&str>, address: &str, start: &str) -> Option<Kind> {
    let essence = header.unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let seen = seen_in(start);
    match essence.as_str() {
        // What says nothing, or says it of every file: raw files of code hosts come as one of these.
        "" => seen.or(front_matter(start)).or(ending(address)).or(Some(Kind::Html)),
        "text/plain" | "application/octet-stream" | "binary/octet-stream" | "application/x-download" => {
            match ending(address) {
                // A text that explains how pages are written may begin like one.
                Some(Kind::Markdown) if !is_document(start) => Some(Kind::Markdown),
                ended => seen.or(front_matter(start)).or(ended),
            }
        }
        // Also what servers call everything that a program of theirs makes.
        "text/html" => match ending(address) {
            Some(Kind::Markdown) if !start.trim_start().starts_with('<') => Some(Kind::Markdown),
            _ => seen.filter(|seen| *seen != Kind::Xhtml).or(Some(Kind::Html)),
        },
        "application/xhtml+xml" => seen.filter(|seen| *seen == Kind::Feed).or(Some(Kind::Xhtml)),
        "text/xml" | "application/xml" => match root_of(start) {
            Some(root) if root.eq_ignore_ascii_case("html") => Some(Kind::Xhtml),
            _ => seen.or(ending(address).filter(|ended| *ended == Kind::Feed)),
        },
        "application/rss+xml" | "application/atom+xml" | "application/rdf+xml" | "application/x-rss+xml" => {
            Some(seen.unwrap_or(Kind::Feed))
        }
        "text/markdown" | "text/x-markdown" | "text/x-web-markdown" | "application/markdown" => Some(Kind::Markdown),
        "application/feed+json" | "application/json" | "text/json" | "text/x-json" | "application/ld+json" => {
            Some(seen.unwrap_or(Kind::Json))
        }
        _ => None,
    }
}

/// Whether a `Content-Type` leaves room for any of them.
pub fn may_be_one(header: Option<&str>) -> bool {
    recognise(header, "", "<html>").is_some()
}

/// The kind that an address promises.
pub fn likely(address: &str) -> Kind {
    let path = address.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    if address.contains("wp-json") || address.contains("rest_route=") {
        Kind::Json
    } else if path.contains("/feeds/") || ["/feed", "/rss", "/atom"].iter().any(|end| path.ends_with(end)) {
        Kind::Feed
    } else {
        ending(address).unwrap_or(Kind::Html)
    }
}

/// What the beginning of a text can only be.
fn seen_in(start: &str) -> Option<Kind> {
    let first = start.trim_start();
    if let Some(object) = first.strip_prefix('{') {
        return object.trim_start().starts_with('"').then_some(Kind::Json);
    }
    if let Some(list) = first.strip_prefix('[') {
        return list.trim_start().starts_with('{').then_some(Kind::Json);
    }
    let root = root_of(first)?;
    let name = root.rsplit(':').next().unwrap_or(root);
    if ["feed", "entry", "rss", "rdf"].iter().any(|feed| name.eq_ignore_ascii_case(feed)) {
        return Some(Kind::Feed);
    }
    let is_page = ["html", "head", "body"].iter().any(|page| name.eq_ignore_ascii_case(page)) || is_document(first);
    is_page.then_some(if first.starts_with("<?xml") { Kind::Xhtml } else { Kind::Html })
}

fn is_document(start: &str) -> bool {
    let head: String = start.trim_start().chars().take(9).collect();
    head.eq_ignore_ascii_case("<!doctype") || head.to_ascii_lowercase().starts_with("<html")
}

/// The name of the first element, behind declarations, processing instructions and comments.
fn root_of(start: &str) -> Option<&str> {
    let mut rest = start.trim_start();
    loop {
        let end = if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!") {
            ">"
        } else {
            break;
        };
        rest = rest.split_once(end)?.1.trim_start();
    }
    let name = rest.strip_prefix('<')?.split(|each: char| each.is_whitespace() || matches!(each, '>' | '/')).next()?;
    name.starts_with(|first: char| first.is_ascii_alphabetic()).then_some(name)
}

fn front_matter(start: &str) -> Option<Kind> {
    let mut lines = start.lines();
    let fence = lines.next()?.trim_end();
    let is_key = |line: &str| {
        let (yaml, toml) = (line.split_once(':'), line.split_once('='));
        let key = if fence == "---" { yaml } else { toml }.map_or("", |(key, _)| key.trim());
        !key.is_empty()
            && key.chars().all(|each| each.is_alphanumeric() || matches!(each, '_' | '-' | '.' | '"' | '\''))
    };
    let opens = matches!(fence, "---" | "+++");
    (opens && lines.find(|line| !line.trim().is_empty() && !line.starts_with('#')).is_some_and(is_key))
        .then_some(Kind::Markdown)
}

/// What the name of a file says.
fn ending(address: &str) -> Option<Kind> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let (_, ending) = path.rsplit('/').next()?.rsplit_once('.')?;
    match ending.to_ascii_lowercase().as_str() {
        "md" | "markdown" | "mdown" | "mkd" | "mkdn" | "mdwn" | "mdx" | "qmd" | "rmd" => Some(Kind::Markdown),
        "json" => Some(Kind::Json),
        "xml" | "rss" | "atom" | "rdf" | "wxr" => Some(Kind::Feed),
        "html" | "htm" => Some(Kind::Html),
        "xhtml" | "xht" => Some(Kind::Xhtml),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(header: &str, file: &str, start: &str, kind: Option<Kind>) {
        let address = format!("https://example.org/posts/{file}");
        assert_eq!(recognise(Some(header), &address, start), kind, "{header} {file} {start:?}");
    }

    #[test]
    fn a_type_that_says_what_it_is_is_believed() {
        assert_eq!(recognise(None, "https://example.org/", "Some text"), Some(Kind::Html));
        is("Text/HTML; charset=utf-8", "", "[1] A note", Some(Kind::Html));
        is("application/xhtml+xml", "", "<?xml version='1.0'?><html>", Some(Kind::Xhtml));
        is("text/markdown; variant=GFM", "", "<p>x", Some(Kind::Markdown));
        is("application/feed+json", "", "no JSON at all", Some(Kind::Json));
        is("application/rss+xml", "", "no XML at all", Some(Kind::Feed));
        for other in ["image/svg+xml", "text/html2", "image/png", "application/pdf", "text/css"] {
            is(other, "x.md", "---\ntitle: x\n---", None);
        }
    }

    #[test]
    fn a_type_that_says_nothing_leaves_it_to_the_ending_and_the_text() {
        is("text/plain", "README.md", "Some text", Some(Kind::Markdown));
        is("application/octet-stream", "post.MARKDOWN?raw=1", "{\"a\": 1} is JSON", Some(Kind::Markdown));
        is("text/plain", "post.txt", "---\n# about\ntitle: x\n---\n", Some(Kind::Markdown));
        is("text/plain", "post", "+++\n\ntitle = 'x'\n+++\n", Some(Kind::Markdown));
        is("text/plain", "page.html", "---\nlayout: post\n---\n<p>x", Some(Kind::Markdown));
        is("text/plain", "post", "---\nA rule, and a text\n", None);
        is("text/plain", "feed.json", "{ \"version\": 1", Some(Kind::Json));
        is("text/plain", "page.html", "<p>x", Some(Kind::Html));
        is("text/plain", "page", "  <!DOCTYPE html><p>x", Some(Kind::Html));
        is("text/plain", "page.md", "<!doctype html><p>x", Some(Kind::Html));
        is("text/plain", "page.md", "<p align=center>x", Some(Kind::Markdown));
        is("text/plain", "robots.txt", "User-agent: *", None);
        is("application/octet-stream", "tool.exe", "MZ", None);
    }

    #[test]
    fn a_wrong_type_is_seen_through() {
        is("text/html", "", " {\"id\": 7}", Some(Kind::Json));
        is("text/html", "", "[\n {\"id\": 7}]", Some(Kind::Json));
        is("text/html", "", "<?xml version=\"1.0\"?><!-- <html> --><rss version=\"2.0\">", Some(Kind::Feed));
        is("text/html", "", "<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", Some(Kind::Html));
        is("text/html", "post.md", "# A post", Some(Kind::Markdown));
        is("text/html", "post.md", "<html>", Some(Kind::Html));
        is("application/json", "", "<!doctype html><title>Login</title>", Some(Kind::Html));
        is("application/rss+xml", "", "<html><body>Not found", Some(Kind::Html));
    }

    #[test]
    fn an_address_promises_a_kind() {
        for (address, kind) in [
            ("/posts/harbour", Kind::Html),
            ("/posts/harbour.md?v=2#top", Kind::Markdown),
            ("https://example.org/wp-json/wp/v2/posts?slug=a.html", Kind::Json),
            ("/feeds/posts/default?alt=atom", Kind::Feed),
            ("/blog/feed/", Kind::Feed),
        ] {
            assert_eq!(likely(address), kind, "{address}");
        }
        assert!(may_be_one(Some("text/plain")) && may_be_one(None) && !may_be_one(Some("image/png")));
    }

    #[test]
    fn of_xml_the_first_element_says_what_it_is() {
        is(
            "application/xml",
            "",
            "<?xml version='1.0'?><?xml-stylesheet href='x'?><a:feed xmlns:a='x'>",
            Some(Kind::Feed),
        );
        is("text/xml", "", "<!DOCTYPE rss [\n]><rss>", Some(Kind::Feed));
        is("text/xml", "", "<rdf:RDF>", Some(Kind::Feed));
        is("text/xml", "", "<?xml version='1.0'?><!DOCTYPE html><html>", Some(Kind::Xhtml));
        is("text/xml", "sitemap", "<urlset>", None);
        is("text/xml", "feed.xml", "broken", Some(Kind::Feed));
    }
}

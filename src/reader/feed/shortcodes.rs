//! The marks in square brackets that WordPress makes elements of, as far as they hold what a reader would miss.

/// How long a mark may be with what it holds, in bytes.
const LONGEST: usize = 4_096;

/// Pictures with captions become figures, films and the like links. Any other mark stays as it is written.
pub(super) fn replaced(post: &str) -> String {
    let mut out = String::with_capacity(post.len());
    let mut rest = post;
    while let Some(place) = rest.find('[') {
        let (before, mark) = rest.split_at(place);
        out.push_str(before);
        // None is longer; looking further for its end at each of many would take for ever.
        let near = mark.get(..mark.floor_char_boundary(LONGEST)).unwrap_or_default();
        rest = match figure(near).or_else(|| link(near)) {
            Some((html, after)) => {
                out.push_str(&html);
                mark.get(near.len() - after.len()..).unwrap_or_default()
            }
            None => {
                out.push('[');
                mark.get(1..).unwrap_or_default()
            }
        };
    }
    out.push_str(rest);
    out
}

/// `[caption caption="Words"]<img>[/caption]`, or with the words behind the picture.
fn figure(mark: &str) -> Option<(String, &str)> {
    let name = ["[caption", "[wp_caption"].into_iter().find(|name| mark.starts_with(name))?;
    let (head, body) = mark.get(name.len()..)?.split_once(']')?;
    let end = name.replace('[', "[/") + "]";
    let (inner, after) = body.split_once(&end)?;
    let picture = inner.rfind("</a>").map(|end| end + 4).or_else(|| inner.find('>').map(|end| end + 1))?;
    let (picture, words) = inner.split_at_checked(picture)?;
    let written = head.split_once("caption=\"").and_then(|(_, words)| words.split('"').next());
    let words = Some(words.trim()).filter(|words| !words.is_empty()).or(written).unwrap_or_default();
    Some((format!("<figure>{}<figcaption>{words}</figcaption></figure>", picture.trim()), after))
}

/// `[youtube=https://…]`, `[embed]https://…[/embed]`, `[video src="https://…"]`.
fn link(mark: &str) -> Option<(String, &str)> {
    let inside = mark.get(1..)?;
    let name: String = inside.chars().take_while(char::is_ascii_alphanumeric).take(20).collect();
    if !["youtube", "vimeo", "googlevideo", "embed", "video", "audio", "playlist", "soundcloud", "tweet"]
        .contains(&&*name)
    {
        return None;
    }
    let (head, mut after) = inside.get(name.len()..)?.split_once(']')?;
    let mut said = head;
    let end = format!("[/{name}]");
    if let Some((inner, behind)) = after.split_once(&end).filter(|(inner, _)| !inner.contains('[')) {
        (said, after) = (if head.contains("http") { head } else { inner }, behind);
    }
    let address = said.get(said.find("http")?..)?;
    let end = address.find(|each: char| each.is_whitespace() || matches!(each, '"' | '\'' | '<' | '>' | ']'));
    let address = address.get(..end.unwrap_or(address.len()))?;
    Some((format!("<a href=\"{address}\">{address}</a>"), after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_would_miss_becomes_elements_and_the_rest_stays() {
        for (written, html) in [
            (
                "a [caption id=\"x\" width=\"9\"]<a href=b><img src=c></a> Two <em>words</em>[/caption] d",
                "a <figure><a href=b><img src=c></a><figcaption>Two <em>words</em></figcaption></figure> d",
            ),
            (
                "[wp_caption caption=\"Words\"]<img src=c />[/wp_caption]",
                "<figure><img src=c /><figcaption>Words</figcaption></figure>",
            ),
            ("[youtube=http://y.example/?v=1] x", "<a href=\"http://y.example/?v=1\">http://y.example/?v=1</a> x"),
            (
                "[embed width=\"1\"]https://v.example/1[/embed]",
                "<a href=\"https://v.example/1\">https://v.example/1</a>",
            ),
            (
                "[video mp4=\"https://v.example/a.mp4\"][/video].",
                "<a href=\"https://v.example/a.mp4\">https://v.example/a.mp4</a>.",
            ),
        ] {
            assert_eq!(replaced(written), html);
        }
        for stays in [
            "[gallery ids=\"1\"]",
            "[1] and [caption",
            "[caption]no picture[/caption]",
            "[youtube]",
            "[embed][[/embed]",
            "[",
        ] {
            assert_eq!(replaced(stays), stays);
        }
    }
}

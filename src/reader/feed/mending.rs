//! Mends what programs that write XML by hand get wrong, as far as it has only one meaning.

/// Signs that XML does not allow go; an `&` that begins no entity of XML stands for itself. Names of HTML (`&nbsp;`) thereby get into
/// the text as they are written, which is then read as HTML.
pub(super) fn mended(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut rest = text.get(text.find('<').unwrap_or_default()..).unwrap_or(text);
    while let Some(place) = rest.find(['&', '<', ']']) {
        let (before, after) = rest.split_at(place);
        out.extend(before.chars().filter(|each| is_allowed(*each)));
        // In these nothing has a meaning.
        let verbatim =
            [("<![CDATA[", "]]>"), ("<!--", "-->")].into_iter().find(|(begins, _)| after.starts_with(begins));
        let length = match verbatim {
            Some((_, end)) => after.find(end).map_or(after.len(), |found| found + end.len()),
            None if after.starts_with("]]>") => {
                out.push_str("]]&gt;");
                rest = after.get(3..).unwrap_or_default();
                continue;
            }
            None => {
                if after.starts_with('&') && !is_entity(after) {
                    out.push_str("&amp;");
                    rest = after.get(1..).unwrap_or_default();
                    continue;
                }
                1
            }
        };
        let (whole, after) = after.split_at(length);
        out.extend(whole.chars().filter(|each| is_allowed(*each)));
        rest = after;
    }
    out.extend(rest.chars().filter(|each| is_allowed(*each)));
    out
}

fn is_allowed(each: char) -> bool {
    matches!(each, '\t' | '\n' | '\r' | ' '..) && !matches!(each, '\u{fffe}' | '\u{ffff}')
}

fn is_entity(text: &str) -> bool {
    // None has a longer name.
    let end = text.bytes().take(12).position(|byte| byte == b';');
    let Some(name) = end.and_then(|end| text.get(1..end)) else { return false };
    let number = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix('x') {
            Some(digits) => u32::from_str_radix(digits, 16).ok(),
            None => number.parse().ok(),
        },
        None => return matches!(name, "amp" | "lt" | "gt" | "quot" | "apos"),
    };
    number.and_then(char::from_u32).is_some_and(is_allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_one_meaning_is_mended_and_the_rest_is_left() {
        for (broken, whole) in [
            ("`<a>R&D &amp; &#228;&#xe4;</a>", "<a>R&amp;D &amp; &#228;&#xe4;</a>"),
            ("<a>x&nbsp;y&#0;&#x1f;&unfinished</a>", "<a>x&amp;nbsp;y&amp;#0;&amp;#x1f;&amp;unfinished</a>"),
            ("<a href='?b&c=1'>\u{1}\u{b}z\u{ffff}</a>", "<a href='?b&amp;c=1'>z</a>"),
            ("<a><![CDATA[R&D \u{2}]]> & <!-- & --></a>", "<a><![CDATA[R&D ]]> &amp; <!-- & --></a>"),
            ("<a><![CDATA[x <![CDATA[ y ]]> z ]]></a>", "<a><![CDATA[x <![CDATA[ y ]]> z ]]&gt;</a>"),
            ("<a><![CDATA[never ends", "<a><![CDATA[never ends"),
            ("no element & more", "no element &amp; more"),
        ] {
            assert_eq!(mended(broken), whole);
        }
    }
}

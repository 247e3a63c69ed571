//! Addresses that stand in a Markdown text as they are (`https://example.org/`) become links, as GitHub's readers have it.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use crate::domain::prose::address_finder;

/// Puts links around the addresses in a text, but for what stands in a link or a listing.
#[derive(Default)]
pub(super) struct Addresses {
    /// How many links, pictures and listings are open.
    open: usize,
    /// The text so far: a parser hands it over in pieces, which end anywhere.
    text: String,
}

impl Addresses {
    /// Hands on what comes of an event.
    pub(super) fn take<'a>(&mut self, event: Event<'a>, out: &mut impl FnMut(Event<'a>)) {
        if let Event::Text(more) = event {
            return self.text.push_str(&more);
        }
        self.end(out);
        match &event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => self.open += 1,
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => self.open = self.open.saturating_sub(1),
            _ => {}
        }
        out(event);
    }

    /// Hands on the text so far.
    pub(super) fn end<'a>(&mut self, out: &mut impl FnMut(Event<'a>)) {
        let text = std::mem::take(&mut self.text);
        if text.is_empty() {
            return;
        }
        if self.open > 0 || !text.contains("://") {
            return out(Event::Text(text.into()));
        }
        let finder = address_finder();
        for span in finder.spans(&text) {
            let words = || CowStr::from(span.as_str().to_owned());
            let is_address =
                span.kind().is_some() && ["http://", "https://"].iter().any(|scheme| span.as_str().starts_with(scheme));
            if is_address {
                out(Event::Start(Tag::Link {
                    link_type: LinkType::Autolink,
                    dest_url: words(),
                    title: CowStr::Borrowed(""),
                    id: CowStr::Borrowed(""),
                }));
            }
            out(Event::Text(words()));
            if is_address {
                out(Event::End(TagEnd::Link));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::as_html;

    #[test]
    fn an_address_in_the_text_is_a_link_and_what_follows_it_is_not() {
        assert_eq!(
            as_html("See https://example.org/a_b?c=1&d=*2* (or http://example.org), *https://example.org/*."),
            "<p>See <a href=\"https://example.org/a_b?c=1&amp;d=\">https://example.org/a_b?c=1&amp;d=</a><em>2</em> (or \
             <a href=\"http://example.org\">http://example.org</a>), <em><a href=\"https://example.org/\">https://example.org/</a></em>.</p>\n"
        );
    }

    #[test]
    fn what_is_a_link_or_code_stays_what_it_is() {
        for text in [
            "[https://example.org](a)",
            "`https://example.org`",
            "<https://example.org>",
            "ftp://example.org",
            "    https://example.org",
        ] {
            assert!(as_html(text).matches("<a ").count() <= 1, "{text}");
            assert!(!as_html(text).contains("href=\"ftp"), "{text}");
        }
        assert_eq!(as_html("`https://example.org`"), "<p><code>https://example.org</code></p>\n");
    }
}

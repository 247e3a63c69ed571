//! The one allow-list: which elements and attributes, from whatever source, may reach a reader's page.

use super::attribute_value::{
    direction, language, length, media_type, moment, one_of, pixels, short_text, sizes, text_align, within,
};
pub use super::tag::{Attribute, Tag};

/// What becomes of an element that a source holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It stays, as this element.
    Keep(Tag),
    /// It goes, what stands inside stays.
    Unwrap,
    /// It goes with everything inside.
    Drop,
}

/// Judges an element by its lower-case name.
pub fn judge(tag: &str) -> Verdict {
    match Tag::named(tag) {
        Some(player) if player.is_player() => Verdict::Keep(player),
        _ if is_dropped(tag) => Verdict::Drop,
        // Outside a formula these are but strange names.
        Some(part) if part.is_in_formula() => Verdict::Unwrap,
        Some(tag) => Verdict::Keep(tag),
        None => Verdict::Unwrap,
    }
}

/// Elements whose content is code, controls or another document, and never read.
pub fn is_active(tag: &str) -> bool {
    matches!(
        tag,
        "style"
            | "template"
            | "frame"
            | "frameset"
            | "noframes"
            | "applet"
            | "param"
            | "portal"
            | "fencedframe"
            | "svg"
            | "xml"
            | "input"
            | "button"
            | "select"
            | "option"
            | "optgroup"
            | "textarea"
            | "datalist"
            | "output"
            | "progress"
            | "meter"
            | "keygen"
            | "isindex"
            | "dialog"
            | "canvas"
            | "xmp"
            | "plaintext"
            | "noembed"
            | "selectedcontent"
    )
}

/// [`is_active`], and what is read but never an article's text: the head of a document, menus, data, players with what stands in for
/// them where they do not run, the source of a formula.
pub fn is_dropped(tag: &str) -> bool {
    is_active(tag)
        || matches!(
            tag,
            "head"
                | "nav"
                | "title"
                | "meta"
                | "link"
                | "base"
                | "script"
                | "noscript"
                | "iframe"
                | "object"
                | "embed"
                | "video"
                | "audio"
                | "source"
                | "track"
                | "annotation"
                | "annotation-xml"
        )
}

/// The types of scripts that hold no code but what a page says about itself, or the source of a formula.
pub fn is_data(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim();
    ["application/ld+json", "math/tex"].iter().any(|known| kind.eq_ignore_ascii_case(known))
}

/// Judges an attribute of an element by its lower-case name, and gives the value that may be shown.
/// Addresses (`href`, `src`, `srcset`, `poster`) are not judged here but by `link_policy`, and an id is made by the walk.
pub fn attribute(tag: Tag, name: &str, value: &str) -> Option<(Attribute, String)> {
    // Markdown tells by a style how the columns of a table stand.
    let (name, value) = match (name, tag) {
        ("style", Tag::Td | Tag::Th) => ("align", text_align(value)?),
        _ => (name, value),
    };
    let attribute = Attribute::named(name)?;
    let value = match (attribute, tag) {
        (Attribute::Lang, _) => language(value),
        (Attribute::Dir, _) => direction(value).map(str::to_owned),
        (Attribute::Title, Tag::Abbr | Tag::Dfn) => Some(short_text(value)),
        (Attribute::Alt, Tag::Img) => Some(short_text(value)),
        (Attribute::Sizes, Tag::Img) => sizes(value),
        (Attribute::Type, Tag::Source | Tag::Iframe) => media_type(value),
        (Attribute::Kind, Tag::Track) => one_of(value, &["subtitles", "captions", "descriptions", "chapters"]),
        (Attribute::Srclang, Tag::Track) => language(value),
        (Attribute::Label, Tag::Track) => Some(short_text(value)),
        (Attribute::Width | Attribute::Height, Tag::Img | Tag::Video) => pixels(value).map(|length| length.to_string()),
        (Attribute::Datetime, Tag::Time | Tag::Del | Tag::Ins) => moment(value),
        (Attribute::Colspan, Tag::Td | Tag::Th) => within(value, 1, 100),
        (Attribute::Rowspan, Tag::Td | Tag::Th) => within(value, 1, 1_000),
        (Attribute::Align, Tag::Td | Tag::Th) => one_of(value, &["left", "center", "right"]),
        (Attribute::Scope, Tag::Th) => one_of(value, &["row", "col", "rowgroup", "colgroup"]),
        (Attribute::Start, Tag::Ol) | (Attribute::Value, Tag::Li) => within(value, -1_000_000, 1_000_000),
        (Attribute::Reversed, Tag::Ol) => Some(String::new()),
        (_, tag) if tag == Tag::Math || tag.is_in_formula() => in_formula(attribute, tag, value),
        _ => None,
    }?;
    Some((attribute, value))
}

/// An attribute by which MathML presents, and nothing that leads, acts, colours or styles.
fn in_formula(attribute: Attribute, tag: Tag, value: &str) -> Option<String> {
    use Attribute::*;
    match (attribute, tag) {
        (Display, Tag::Math) => one_of(value, &["block", "inline"]),
        (Alttext, Tag::Math) => Some(short_text(value)),
        (Mathvariant, Tag::Mi) => one_of(value, &["normal"]),
        (Form, Tag::Mo) => one_of(value, &["prefix", "infix", "postfix"]),
        (Fence | Largeop | Movablelimits | Separator | Stretchy | Symmetric, Tag::Mo)
        | (Accent | Accentunder, Tag::Mover | Tag::Munder | Tag::Munderover)
        | (Displaystyle, _) => one_of(value, &["true", "false"]),
        (Lspace | Rspace | Minsize | Maxsize, Tag::Mo)
        | (Width | Height | Depth, Tag::Mspace | Tag::Mpadded)
        | (Lspace | Voffset, Tag::Mpadded)
        | (Linethickness, Tag::Mfrac) => length(value),
        (Columnspan | Rowspan, Tag::Mtd) => within(value, 1, 100),
        (Scriptlevel, Tag::Mstyle) => within(value.trim_start_matches('+'), -2, 5),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_both_kept_and_dropped() {
        for tag in Tag::ALL.iter().filter(|tag| !tag.is_in_formula()) {
            let plays = tag.is_player() || matches!(tag, Tag::Source | Tag::Track);
            assert_eq!(is_dropped(tag.name()), plays, "{} is on both lists", tag.name());
            assert_eq!(judge(tag.name()) == Verdict::Keep(*tag), !plays || tag.is_player(), "{}", tag.name());
        }
        for tag in ["mi", "mrow", "mtable"] {
            assert_eq!(judge(tag), Verdict::Unwrap, "{tag} outside a formula");
        }
    }

    #[test]
    fn what_can_run_or_style_is_never_kept() {
        for tag in ["script", "style", "svg", "object", "embed", "template", "noscript", "annotation-xml", "textarea"] {
            assert_eq!(judge(tag), Verdict::Drop, "{tag}");
        }
        for tag in ["x-card", "font", "marquee", ""] {
            assert_eq!(judge(tag), Verdict::Unwrap, "{tag}");
        }
        for tag in Tag::ALL {
            for name in [
                "style",
                "class",
                "id",
                "name",
                "onclick",
                "srcset",
                "is",
                "slot",
                "part",
                "href",
                "src",
                "srcdoc",
                "poster",
                "xlink:href",
                "actiontype",
                "mathcolor",
            ] {
                assert_eq!(attribute(*tag, name, "x"), None, "{} {name}", tag.name());
            }
        }
    }

    #[test]
    fn values_are_judged_and_not_only_names() {
        let value = |tag, name, value| attribute(tag, name, value).map(|(_, value)| value);
        assert_eq!(value(Tag::Td, "colspan", " 3 "), Some("3".into()));
        assert_eq!(value(Tag::Td, "colspan", "100000"), None);
        assert_eq!(value(Tag::P, "colspan", "3"), None);
        assert_eq!(value(Tag::P, "dir", "RTL"), Some("rtl".into()));
        assert_eq!(value(Tag::P, "dir", "up"), None);
        assert_eq!(value(Tag::P, "lang", "zh-Hant-TW"), Some("zh-Hant-TW".into()));
        assert_eq!(value(Tag::P, "lang", "\"><b>"), None);
        assert_eq!(value(Tag::Img, "width", "640px"), Some("640".into()));
        assert_eq!(value(Tag::Img, "width", "100%"), None);
        assert_eq!(value(Tag::Img, "height", "inf"), None);
        assert_eq!(value(Tag::Time, "datetime", "2025-08-22T10:00+02:00"), Some("2025-08-22T10:00+02:00".into()));
        assert_eq!(value(Tag::Time, "datetime", "now();"), None);
        assert_eq!(value(Tag::Th, "scope", "COL"), Some("col".into()));
        assert_eq!(value(Tag::Ol, "start", "-3"), Some("-3".into()));
        assert_eq!(
            value(Tag::Img, "sizes", "(max-width: 600px) 100vw, 50vw"),
            Some("(max-width: 600px) 100vw, 50vw".into())
        );
        assert_eq!(value(Tag::Img, "sizes", "100vw; url(x)"), None);
        assert_eq!(value(Tag::Source, "type", "video/mp4; codecs=\"avc1.4d002a\""), Some("video/mp4".into()));
        assert_eq!(value(Tag::Source, "type", "\"><b>"), None);
        assert_eq!(value(Tag::Mspace, "width", "0.2em"), Some("0.2em".into()));
        assert_eq!(value(Tag::Mspace, "width", "99999em"), None);
        assert_eq!(value(Tag::Mo, "stretchy", "TRUE"), Some("true".into()));
        assert_eq!(value(Tag::P, "displaystyle", "true"), None);
        assert_eq!(value(Tag::Abbr, "title", "a\u{0}b"), Some("ab".into()));
    }
}

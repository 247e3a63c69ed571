//! What the value of a permitted attribute may look like; everything else is left out.

/// A language tag as BCP 47 writes it, judged by its shape only.
pub fn language(value: &str) -> Option<String> {
    let value = value.trim();
    let shaped = value.len() <= 35
        && value
            .split('-')
            .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    shaped.then(|| value.to_owned())
}

/// `ltr`, `rtl` or `auto`.
pub fn direction(value: &str) -> Option<&'static str> {
    ["ltr", "rtl", "auto"].into_iter().find(|known| value.trim().eq_ignore_ascii_case(known))
}

/// A machine-readable point or length of time, judged by its shape only.
pub fn moment(value: &str) -> Option<String> {
    let value = value.trim();
    let shaped = (1..=40).contains(&value.len())
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-+:. ".contains(&byte));
    shaped.then(|| value.to_owned())
}

/// A length in CSS pixels, from 1 to 10,000; a trailing `px` is how people write it by mistake.
pub fn pixels(value: &str) -> Option<u32> {
    let value = value.trim();
    let whole = value.strip_suffix("px").unwrap_or(value).split('.').next()?;
    let length: u32 = whole.parse().ok()?;
    (1..=10_000).contains(&length).then_some(length)
}

/// Whether something of this width and height shows nothing: it has one or two pixels, or none either way. A length of nothing beside
/// one of something is one that the page did not know.
pub fn is_point(lengths: [Option<&str>; 2]) -> bool {
    let number = |length: &str| length.trim().trim_end_matches("px").parse::<u32>().ok();
    let said = || lengths.into_iter().flatten();
    let is_nothing = said().count() > 0 && said().all(|length| number(length) == Some(0));
    is_nothing || said().any(|length| matches!(number(length), Some(1 | 2)))
}

/// A whole number between two bounds, written as a browser would write it.
pub fn within(value: &str, least: i32, most: i32) -> Option<String> {
    let number: i32 = value.trim().parse().ok()?;
    (least..=most).contains(&number).then(|| number.to_string())
}

/// Text without control characters, at most 1,000 characters long.
pub fn short_text(value: &str) -> String {
    value.chars().filter(|each| !each.is_control() || each.is_whitespace()).take(1_000).collect()
}

/// One of the words that are known, as they are known.
pub fn one_of(value: &str, known: &[&str]) -> Option<String> {
    known.iter().find(|word| value.trim().eq_ignore_ascii_case(word)).map(|word| (*word).to_owned())
}

/// What a style says of `text-align`.
pub fn text_align(style: &str) -> Option<&str> {
    let rules = style.split(';').filter_map(|rule| rule.split_once(':'));
    let mut aligns = rules.filter(|(name, _)| name.trim().eq_ignore_ascii_case("text-align"));
    aligns.next_back().map(|(_, value)| value.trim())
}

/// A media type without its parameters, judged by its shape only.
pub fn media_type(value: &str) -> Option<String> {
    let bare = value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_name = |name: &str| {
        (1..=60).contains(&name.len())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-+._".contains(&byte))
    };
    let shaped = bare.split_once('/').is_some_and(|(kind, name)| is_name(kind) && is_name(name));
    shaped.then_some(bare)
}

/// How wide a picture will be, as `sizes` says it, judged by its signs only.
pub fn sizes(value: &str) -> Option<String> {
    let value = value.trim();
    let shaped = (1..=500).contains(&value.len())
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b" \n\t():,.%+-*/<>=".contains(&byte));
    (shaped && !value.contains("url")).then(|| value.to_owned())
}

/// Whether a text is a number below a hundred, with digits and at most one point, as every language writes it.
pub fn decimal(number: &str) -> bool {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (1..=2).contains(&whole.len()) && part.len() <= 6 && digits(whole) && digits(part)
}

/// A length in a formula: a number below a hundred and its unit.
pub fn length(value: &str) -> Option<String> {
    let value = value.trim();
    let number = value.trim_end_matches(|each: char| each.is_ascii_alphabetic() || each == '%');
    let unit = value.get(number.len()..)?;
    let bare = number.trim_start_matches('-');
    let known = ["em", "ex", "px", "pt", "rem", "%"].contains(&unit) || value == "0";
    (known && number.len() - bare.len() <= 1 && (decimal(bare) || bare.strip_prefix('.').is_some_and(decimal)))
        .then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_more_than_two_pixels_shows_nothing() {
        for (width, height, shows_nothing) in [
            (Some("1"), Some("1"), true),
            (Some("100%"), Some(" 1px "), true),
            (Some("0"), Some("0"), true),
            (Some("0"), None, true),
            (Some("640"), Some("0"), false),
            (Some("100%"), Some("0"), false),
            (Some("3"), Some("10"), false),
            (None, None, false),
        ] {
            assert_eq!(is_point([width, height]), shows_nothing, "{width:?} {height:?}");
        }
    }
}

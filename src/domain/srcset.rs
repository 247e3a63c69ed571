//! The attribute `srcset`: one picture in several sizes.

use super::attribute_value::decimal;
use super::link_policy::{self, Resolve};

/// More candidates than anybody needs are left out.
const MOST: usize = 24;

/// One of the sizes of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// Its address, as it was written.
    pub address: &'a str,
    /// Its width in pixels (`640w`), or how many of its pixels are one of CSS (`2x`); absent means `1x`.
    pub size: Option<Size<'a>>,
}

/// How large a candidate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size<'a> {
    /// In pixels.
    Width(u32),
    /// In pixels to a pixel of CSS: digits, perhaps with a point among them.
    Density(&'a str),
}

/// The candidates of a `srcset`, read as browsers read it: a comma may stand in an address, not at its end.
pub fn candidates(srcset: &str) -> Vec<Candidate<'_>> {
    let mut found = Vec::new();
    let mut rest = srcset;
    while found.len() < MOST {
        rest = rest.trim_start_matches(|each: char| each.is_ascii_whitespace() || each == ',');
        if rest.is_empty() {
            break;
        }
        let (address, after) = rest.split_at(rest.find(|each: char| each.is_ascii_whitespace()).unwrap_or(rest.len()));
        let bare = address.trim_end_matches(',');
        let (descriptor, after) = if bare.len() < address.len() {
            ("", after)
        } else {
            after.split_at(after.find(',').unwrap_or(after.len()))
        };
        rest = after;
        if let Some(size) = size_of(descriptor) {
            found.push(Candidate { address: bare, size });
        }
    }
    found
}

/// Nothing where no browser would take the candidate.
fn size_of(descriptor: &str) -> Option<Option<Size<'_>>> {
    // A height beside a width says nothing more.
    let mut words = descriptor.split_ascii_whitespace().filter(|word| !word.ends_with('h'));
    let Some(word) = words.next() else { return Some(None) };
    let size = match (word.strip_suffix('w'), word.strip_suffix('x')) {
        (Some(digits), _) => Size::Width(digits.parse().ok().filter(|width| (1..=100_000).contains(width))?),
        (_, Some(number)) if decimal(number) => Size::Density(number),
        _ => return None,
    };
    words.next().is_none().then_some(Some(size))
}

/// The same picture with every address judged by the link policy and made absolute; nothing where none is left.
pub fn judged(srcset: &str, resolve: &Resolve) -> Option<String> {
    let safe = |candidate: Candidate| {
        let address = link_policy::resource(candidate.address, resolve).ok()?;
        let address = address.as_str();
        let splits = address.starts_with(',') || address.ends_with(',') || address.contains(char::is_whitespace);
        let size = match candidate.size {
            None => String::new(),
            Some(Size::Width(width)) => format!(" {width}w"),
            Some(Size::Density(density)) => format!(" {density}x"),
        };
        (!splits).then(|| format!("{address}{size}"))
    };
    let safe: Vec<String> = candidates(srcset).into_iter().filter_map(safe).collect();
    (!safe.is_empty()).then(|| safe.join(", "))
}

/// The address for those who choose none: the widest that fits a screen of the usual kind, else the smallest. Twice the pixels are
/// as good on such a screen as they are sharp.
pub fn middle<'a>(candidates: &[Candidate<'a>]) -> Option<&'a str> {
    const FITS: u32 = 1_600;
    let length = |candidate: &Candidate| match candidate.size {
        None => 1,
        Some(Size::Density(density)) => u32::from(density.bytes().next().unwrap_or(b'1') - b'0').max(1),
        Some(Size::Width(width)) => width,
    };
    let better = |one: u32, other: u32| if one > FITS { other < one } else { other > one && other <= FITS };
    let mut best: Option<(u32, &'a str)> = None;
    for candidate in candidates {
        let length = length(candidate);
        if best.is_none_or(|(best, _)| better(best, length)) {
            best = Some((length, candidate.address));
        }
    }
    best.map(|(_, address)| address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(srcset: &str) -> Vec<&str> {
        candidates(srcset).into_iter().map(|candidate| candidate.address).collect()
    }

    #[test]
    fn candidates_are_read_as_browsers_read_them() {
        assert_eq!(addresses("a.jpg 400w, b.jpg 800w"), ["a.jpg", "b.jpg"]);
        assert_eq!(addresses(" ,a.jpg,b.jpg 2x\n,\tc,d.jpg 1.5x ,"), ["a.jpg,b.jpg", "c,d.jpg"]);
        assert_eq!(addresses("a.jpg, b.jpg 2x"), ["a.jpg", "b.jpg"]);
        assert_eq!(
            addresses("/w_400,h_300/a.jpg 400w 300h, /w_800,h_600/a.jpg 800w"),
            ["/w_400,h_300/a.jpg", "/w_800,h_600/a.jpg"]
        );
        assert_eq!(addresses("a.jpg 0w, b.jpg -1x, c.jpg wide, d.jpg 2x 3x, e.jpg infx"), Vec::<&str>::new());
        assert_eq!(addresses(&"a 1x, ".repeat(1_000)).len(), MOST);
    }

    #[test]
    fn every_address_is_judged_and_written_so_that_it_stays_one() {
        let resolve = |raw: &str| match raw.contains(':') {
            true => Some(raw.to_owned()),
            false => Some(format!("https://a.example/{raw}")),
        };
        assert_eq!(
            judged("javascript:x 1x, a.jpg 2.0x, data:image/png,x 3x, b.jpg 300w", &resolve).as_deref(),
            Some("https://a.example/a.jpg 2.0x, https://a.example/b.jpg 300w")
        );
        assert_eq!(judged("javascript:x, data:x 2x", &resolve), None);
        assert_eq!(judged("a", &|_| Some("https://a.example/x,".into())), None);
        assert_eq!(judged("a", &|_| Some("https://a.example/x javascript:y".into())), None);
    }

    #[test]
    fn who_chooses_none_is_given_one_that_fits() {
        let middle = |srcset| super::middle(&candidates(srcset));
        assert_eq!(middle("a 400w, b 800w, c 3000w"), Some("b"));
        assert_eq!(middle("c 3000w, d 4000w"), Some("c"));
        assert_eq!(middle("a, b 2x"), Some("b"));
        assert_eq!(middle(""), None);
    }
}

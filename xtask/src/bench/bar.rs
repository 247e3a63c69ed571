//! Something that is to be reached, with the figures that say whether it is.

use crate::size::grouped;

pub(super) const KILOBYTE: f64 = 1_024.0;
pub(super) const MEGABYTE: f64 = 1_000_000.0;

/// How a figure is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Bytes.
    Bytes,
    /// KB of 1,024 bytes.
    Kilobytes,
    /// MB of 1,000,000 bytes.
    Megabytes,
    Milliseconds,
    /// A ratio.
    Times,
    /// A number that is to be 0.
    Number,
    /// A whole number.
    Count,
}

impl Unit {
    fn write(self, figure: f64) -> String {
        match self {
            Self::Bytes => format!("{} B", grouped(figure as u64)),
            Self::Kilobytes => format!("{:.1} KB", figure / KILOBYTE),
            Self::Megabytes => format!("{:.1} MB", figure / MEGABYTE),
            Self::Milliseconds => format!("{figure:.0} ms"),
            Self::Times => format!("{figure:.2} ×"),
            Self::Number => format!("{figure:.3}"),
            Self::Count => format!("{figure:.0}"),
        }
    }
}

/// One figure with its limit.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// What was measured where.
    pub(super) name: String,
    pub(super) figure: f64,
    /// The most that it may be.
    pub(super) limit: f64,
    pub(super) unit: Unit,
}

impl Part {
    fn said(&self) -> String {
        self.unit.write(self.figure)
    }

    fn named(&self) -> String {
        format!("{} ({})", self.said(), self.name)
    }

    fn is_met(&self) -> bool {
        self.figure <= self.limit
    }

    /// How far it is from its limit; over 1 is missed.
    fn share(&self) -> f64 {
        if self.limit > 0.0 { self.figure / self.limit } else { self.figure + f64::from(u8::from(!self.is_met())) }
    }
}

/// What is to be reached, and the figures that say whether it is.
#[derive(Clone, Debug)]
pub(super) struct Bar {
    /// What is measured.
    pub(super) what: &'static str,
    /// What is to be reached, in words.
    pub(super) bar: &'static str,
    /// Empty where nothing of it was measured.
    pub(super) parts: Vec<Part>,
}

impl Bar {
    /// One or two figures, or of several the one that is farthest from its limit, and how many are within theirs.
    pub(super) fn figure(&self) -> String {
        match self.parts.as_slice() {
            [] => "not measured".to_owned(),
            [one] => one.said(),
            [one, two] => format!("{}; {}", one.named(), two.named()),
            many => {
                let met = many.iter().filter(|part| part.is_met()).count();
                let worst = many.iter().max_by(|one, other| one.share().total_cmp(&other.share()));
                let worst = worst.map(Part::named).unwrap_or_default();
                format!("{worst}; {met} of {} met", many.len())
            }
        }
    }

    /// Whether all figures are within their limits.
    pub(super) fn verdict(&self) -> &'static str {
        match self.parts.as_slice() {
            [] => "–",
            parts if parts.iter().all(Part::is_met) => "yes",
            _ => "no",
        }
    }
}

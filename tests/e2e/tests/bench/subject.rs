//! Whose pages are measured.

use serde::{Deserialize, Serialize};

/// A way to show a thread.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Subject {
    /// The rows stand in the page.
    Plain,
    /// A small script makes them of what is in `localStorage`.
    Minimal,
    /// The same script makes them of a file that it fetches.
    MinimalFetched,
    /// Like `Minimal`, in a list whose rows have `content-visibility: auto`.
    Auto,
    /// This widget, with a thread that the reader's browser keeps.
    WidgetStored,
    /// This widget, with a published file.
    WidgetPublished,
    /// Isso, with its own server.
    Isso,
    /// Artalk, with a server that stands in for its own.
    Artalk,
    /// Waline, with a server that stands in for its own.
    Waline,
}

impl Subject {
    /// As it is called in plans, in the addresses of pages and in what was measured.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Minimal => "minimal",
            Self::MinimalFetched => "minimal-fetched",
            Self::Auto => "auto",
            Self::WidgetStored => "widget-stored",
            Self::WidgetPublished => "widget-published",
            Self::Isso => "isso",
            Self::Artalk => "artalk",
            Self::Waline => "waline",
        }
    }

    /// Whether it is this widget.
    pub(crate) fn is_widget(self) -> bool {
        matches!(self, Self::WidgetStored | Self::WidgetPublished)
    }

    /// Whether a comment can be posted.
    pub(crate) fn takes_posts(self) -> bool {
        self != Self::Plain
    }

    /// How many comments there may be: `localStorage` has its limit, and a peer's page would take minutes.
    pub(crate) fn most(self) -> usize {
        match self {
            Self::WidgetPublished => 50_000,
            Self::Plain | Self::Minimal | Self::Auto | Self::WidgetStored => 5_000,
            Self::MinimalFetched | Self::Isso | Self::Artalk | Self::Waline => 1_000,
        }
    }
}

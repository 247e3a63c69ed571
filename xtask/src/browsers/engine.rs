//! The browser engines the widget is tested in.

use clap::ValueEnum;

/// One of the three engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    /// Blink, in Chromium or Chrome.
    Chromium,
    /// Gecko, in Firefox.
    Firefox,
    /// WebKit, in WebKitGTK's MiniBrowser.
    #[value(name = "webkit")]
    WebKit,
}

impl Engine {
    /// All of them, in the order they are tested.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name on the command line and in `E2E_BROWSER`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// What Debian calls the packages it needs.
    pub(crate) fn debian_packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            // `xvfb-run` needs xauth, which xvfb only recommends.
            Self::WebKit => &["webkit2gtk-driver", "xvfb", "xauth"],
        }
    }
}

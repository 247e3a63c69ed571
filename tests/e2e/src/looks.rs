//! What a reader would find wrong with a thread as it is drawn, for scripts on the open page.

/// Functions that tell the contrast of a text: `contrastOf` and those it needs.
pub const COLOURS: &str = include_str!("script/colours.js");

/// The body of a function of a shadow root, which returns what leaves the widget or is too small to be pressed.
pub const FIT: &str = include_str!("script/fit.js");

/// `complaintsAbout`, a function of a shadow root that returns complaints: type that is too small, poor contrast, and what [`FIT`] says.
#[must_use]
pub fn complaints() -> String {
    [COLOURS, "const fit = (root) => {", FIT, "};", include_str!("script/complaints.js")].concat()
}

//! The keys that have no character of their own, as WebDriver names them (WebDriver, 17.4.2).

/// Tab.
pub const TAB: char = '\u{e004}';
/// Enter.
pub const ENTER: char = '\u{e007}';
/// Shift, held down until the end of what is pressed.
pub const SHIFT: char = '\u{e008}';
/// Control, likewise.
pub const CONTROL: char = '\u{e009}';
/// Escape.
pub const ESCAPE: char = '\u{e00c}';
/// End.
pub const END: char = '\u{e010}';
/// Home.
pub const HOME: char = '\u{e011}';
/// The arrow to the left.
pub const LEFT: char = '\u{e012}';
/// The arrow up.
pub const UP: char = '\u{e013}';
/// The arrow to the right.
pub const RIGHT: char = '\u{e014}';
/// The arrow down.
pub const DOWN: char = '\u{e015}';

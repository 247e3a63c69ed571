//! The earlier texts of comments, with their differences.

use super::part::part;
use crate::view::history::history as draw;
use crate::view::history_place::DrawHistory;

/// What draws histories, and their looks.
#[derive(Clone, Copy, Debug)]
pub struct HistoryPart {
    /// Draws one that is looked at.
    pub draw: DrawHistory,
    /// The style sheet of what that draws.
    pub sheet: &'static str,
}

static HISTORY: HistoryPart =
    HistoryPart { draw, sheet: include_str!(concat!(env!("OUT_DIR"), "/styles/history.css")) };

part! {
    /// Fetches what draws histories, unless it is here.
    pub fn history() -> HistoryPart = HISTORY
}

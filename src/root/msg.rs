//! What happens to the root: what happens to its widget, and what comes of fetching a part of the module.

use crate::parts::{Engine, FormattingCode, ManageCode, Missing};
use crate::widget::Msg;

/// Something that happened.
pub enum RootMsg {
    /// The page had its turn since the widget was mounted.
    Begin,
    /// To the widget.
    Widget(Msg),
    /// The page had its turn: there is time for the next slice of the first look.
    HasTime,
    /// The engine was fetched, or could not be had.
    Engine(Result<&'static Engine, Missing>),
    /// "Your comments" was fetched, or could not be had.
    Manage(Result<&'static ManageCode, Missing>),
    /// What formatted texts need was fetched, or could not be had.
    Formatting(Result<&'static FormattingCode, Missing>),
}

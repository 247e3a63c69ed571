//! What happened, and to which of the two it is told.

use super::programs::{Code, Part};
use crate::{app, manage};

/// Something that happened to one widget.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// To the thread.
    App(app::Msg),
    /// To "Your comments".
    Manage(manage::Msg),
    /// A part of the module will be wanted soon, or is wanted again after it could not be had.
    Wanted(Part),
    /// The code of a part of the module has come.
    Fetched(Code),
    /// A part of the module could not be had.
    Missed(Part),
}

/// A button that asks for a part says which.
impl From<Part> for Msg {
    fn from(part: Part) -> Self {
        Self::Wanted(part)
    }
}

impl<M: Into<app::Msg>> From<M> for Msg {
    fn from(msg: M) -> Self {
        Self::App(msg.into())
    }
}

impl From<manage::Msg> for Msg {
    fn from(msg: manage::Msg) -> Self {
        Self::Manage(msg)
    }
}

impl From<manage::msg::PanelMsg> for Msg {
    fn from(msg: manage::msg::PanelMsg) -> Self {
        Self::Manage(msg.into())
    }
}

impl From<manage::msg::FileMsg> for Msg {
    fn from(msg: manage::msg::FileMsg) -> Self {
        Self::Manage(msg.into())
    }
}

impl From<manage::msg::ImportMsg> for Msg {
    fn from(msg: manage::msg::ImportMsg) -> Self {
        Self::Manage(msg.into())
    }
}

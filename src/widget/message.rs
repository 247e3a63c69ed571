//! What happened, and to which of the two it is told.

use crate::{app, manage};

/// Something that happened to one widget.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// To the thread.
    App(app::Msg),
    /// To "Your comments".
    Manage(manage::Msg),
}

impl<M: Into<app::Msg>> From<M> for Msg {
    fn from(message: M) -> Self {
        Self::App(message.into())
    }
}

impl From<manage::Msg> for Msg {
    fn from(message: manage::Msg) -> Self {
        Self::Manage(message)
    }
}

impl From<manage::message::PanelMsg> for Msg {
    fn from(message: manage::message::PanelMsg) -> Self {
        Self::Manage(message.into())
    }
}

impl From<manage::message::FileMsg> for Msg {
    fn from(message: manage::message::FileMsg) -> Self {
        Self::Manage(message.into())
    }
}

impl From<manage::message::ImportMsg> for Msg {
    fn from(message: manage::message::ImportMsg) -> Self {
        Self::Manage(message.into())
    }
}

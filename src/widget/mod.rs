//! The two programs of one widget: the thread (`app`) and "Your comments" (`manage`). Neither knows the other; here they stand side by
//! side, and what one says to the other is handed over at once. Their code may come later than the widget is shown.

mod effect;
mod msg;
mod programs;
mod update;
mod update_tests;
mod waiting;

pub use effect::Effect;
pub use msg::Msg;
pub use programs::{Code, Part, PartState, UpdateApp, UpdateManage};
pub use update::Widget;

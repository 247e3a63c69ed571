//! The two programs of one widget: the thread (`app`) and "Your comments" (`manage`). Neither knows the other; here they stand side by
//! side, and what one says to the other is handed over at once.

mod effect;
mod msg;
mod update;

pub use effect::Effect;
pub use msg::Msg;
pub use update::Widget;

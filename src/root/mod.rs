//! The root of a widget's Yew program: the one place where the model, the views and the browser meet.

mod article_fetch;
mod component;
mod drawing;
mod mount;
mod mounted;
mod msg;

pub use component::{Root, RootProps};
pub use mount::Mount;
pub use msg::RootMsg;

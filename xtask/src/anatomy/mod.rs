//! What the bytes of the WebAssembly modules are: by part, room, crate and function, and what changed against another commit.

mod command;
mod kept;
mod lines;
pub(crate) mod long_functions;
mod module;
mod owner;
mod report;

pub(crate) use command::run;
pub(crate) use module::Module;
pub(crate) use owner::readable;

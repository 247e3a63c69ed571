//! From what Trunk builds to the folder that is published.

mod binaryen;
pub(crate) mod borders;
mod bundler;
mod glue;
mod import_names;
mod inputs;
mod layout;
mod module_names;
mod part_files;
mod parts;
mod shared_imports;
mod spare_glue;
mod stamp;

pub(crate) use bundler::Bundler;
pub(crate) use inputs::{GLUE, Inputs, emptied, files, write};
pub(crate) use layout::lay_out;
pub(crate) use parts::{LINK, LIST};
pub(crate) use stamp::{Stamp, is_stamped, without_folder};

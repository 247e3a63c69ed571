//! The only adapters that touch the page: one file per capability.

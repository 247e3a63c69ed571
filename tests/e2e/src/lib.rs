//! Support for the end-to-end stories.

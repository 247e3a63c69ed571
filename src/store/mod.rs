//! How operations are kept: record codec, union, fold, and the storage ports.

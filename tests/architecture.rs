//! The rules of the project's shape, as tests that read the source and say what to do instead (see ARCHITECTURE.md).
#![expect(clippy::panic, reason = "a test fails by panicking, its helpers too")]

mod architecture {
    mod circles;
    mod code;
    mod documents;
    mod files;
    mod forbidden;
    mod javascript;
    mod layers;
    mod limits;
    mod links;
    mod manifests;
    mod markdown;
    mod messages;
    mod one_sitting;
    mod pages;
    mod promises;
    mod rooms;
    mod sizes;
    mod skins;
    mod source;
    mod storage;
    mod store_rooms;
    mod types;
    mod uses;
}

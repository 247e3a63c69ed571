//! The contract of the key-value port, run on memory. `tests/browser/storage.rs` runs the same suite on `localStorage`.

#[path = "support/key_value_contract.rs"]
mod key_value_contract;

#[test]
fn memory_keeps_the_contract() {
    key_value_contract::holds(&article_widget::store::copy::key_value::InMemory::default(), "test:");
}

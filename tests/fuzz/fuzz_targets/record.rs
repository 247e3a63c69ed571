//! Any bytes under any id: what decodes as an operation is the same operation after it is encoded again.
#![no_main]

use article_widget::domain::operation_id::{Actor, Lamport, OperationId};
use article_widget::store::format::envelope;
use article_widget::store::format::record::{Decoded, decode, encode};
use article_widget::store::format::stored_text::StoredText;
use libfuzzer_sys::fuzz_target;

fn check(id: OperationId, value: &StoredText) {
    if let Ok(Decoded::Operation(operation)) = decode(id, value) {
        let again = StoredText::Text(encode(&operation).expect("what was a record fits one"));
        assert_eq!(decode(id, &again), Ok(Decoded::Operation(operation)));
    }
}

fuzz_target!(|input: (u64, u64, &[u8])| {
    let (lamport, actor, bytes) = input;
    let id = OperationId { lamport: Lamport::new(lamport >> 19).unwrap_or_default(), actor: Actor(actor) };
    let text = String::from_utf8_lossy(bytes);
    check(id, &StoredText::from(&*text));
    // No fuzzer finds a checksum by itself.
    if let Some(value) = envelope::wrap(&text) {
        check(id, &StoredText::Text(value));
    }
    let units = bytes.chunks(2).map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte))).collect();
    check(id, &StoredText::Units(units));
});

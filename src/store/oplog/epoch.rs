//! The record that says that everything before an epoch is deleted.

use super::element::Element;
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_set::SortedSet;
use crate::domain::thread_id::ThreadKey;
use crate::store::copy::request::Found;
use crate::store::format::draft::Draft;
use crate::store::format::envelope;
use crate::store::format::json_text::{integer_of, text_of, values};
use crate::store::format::record_key::{Epoch, RecordKey, Slot};
use crate::store::format::stored_text::StoredText;

/// The value under an epoch's key: `{"k":"generation","g":n}`, the same bytes whoever writes it. The kind keeps the word
/// that the format began with.
pub fn encode(epoch: Epoch) -> Option<String> {
    envelope::wrap(&format!("{{\"k\":\"generation\",\"g\":{epoch}}}"))
}

/// Whether a value is that of this epoch: a damaged record must not delete anything.
pub fn confirms(epoch: Epoch, value: &StoredText) -> bool {
    envelope::json_in(value).and_then(said) == Some(epoch)
}

/// The epoch that the JSON of such a record tells of.
fn said(json: &str) -> Option<Epoch> {
    let [k, g] = values(json, ["k", "g"])?;
    (text_of(k?)? == "generation").then_some(Epoch::try_from(integer_of(g?)?).ok()?)
}

/// The epoch of a thread, and the keys that a deletion of everything has left behind: those of records made before it, and that
/// of the name of a thread without other records.
pub fn left_behind(thread: &ThreadKey, records: &[Found]) -> (Epoch, Vec<String>) {
    let slots = || records.iter().filter_map(|found| Some((RecordKey::parse(thread, &found.key)?.ok()?.slot, found)));
    let said = slots().filter_map(|(slot, found)| match slot {
        Slot::Epoch(number) if confirms(number, &found.value) => Some(number),
        _ => None,
    });
    let epoch = said.max().unwrap_or_default();
    let made_in = |slot, value: &StoredText| match slot {
        Slot::Imported { epoch, .. } => Some(epoch),
        Slot::Draft { .. } => Draft::decode(value).map(|draft| draft.epoch),
        Slot::Own(id) => Element::read(id, value).ok()?.epoch,
        Slot::Epoch(_) => None,
    };
    let (mut keys, mut names, mut lives) = (Vec::new(), Vec::new(), false);
    for (slot, found) in slots() {
        match slot {
            Slot::Own(OperationId::NAMING) => names.push(found.key.clone()),
            Slot::Epoch(_) => {}
            slot if made_in(slot, &found.value).is_some_and(|made_in| made_in < epoch) => {
                keys.push(found.key.clone());
            }
            _ => lives = true,
        }
    }
    if epoch > 0 && !lives {
        keys.extend(names);
    }
    (epoch, SortedSet::from_iter(keys).into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::thread_id::ThreadId;

    #[test]
    fn an_epoch_is_believed_only_as_it_was_written() {
        let value = encode(3).unwrap();
        assert!(value.ends_with("{\"k\":\"generation\",\"g\":3}"));
        assert!(confirms(3, &StoredText::from(value.as_str())));
        assert!(!confirms(4, &StoredText::from(value.as_str())));
        assert!(!confirms(3, &StoredText::from(value.replace('3', "4").as_str())));
        assert!(!confirms(3, &StoredText::from("x")));
    }

    #[test]
    fn what_was_made_before_an_epoch_is_left_behind_and_nothing_else() {
        let key = ThreadId::explicit("a").unwrap().key();
        let found = |family: &str, rest: &str, json: &str| Found {
            key: format!("{family}:{key}:{rest}"),
            value: StoredText::Text(envelope::wrap(json).unwrap()),
        };
        let post = |g: u32| format!("{{\"k\":\"post\",\"a\":{{\"id\":\"x\"}},\"t\":1,\"b\":\"x\",\"g\":{g}}}");
        let number = found("aw1g", "0000002", "{\"k\":\"generation\",\"g\":2}");
        let name = found("aw1", "0000000000000000000000", "{\"k\":\"thread\"}");
        let old = [
            found("aw1", "0000000010000000000001", &post(1)),
            found("aw1d", "new:0000000030000000000001:0000000000001", "{\"k\":\"draft\",\"b\":\"x\",\"t\":1}"),
            found("aw1i", "0000000010000000000001:0000000020000000000001:0000001", &post(0)),
        ];
        let keys = |of: &[Found]| of.iter().map(|found| found.key.clone()).collect::<Vec<_>>();
        let everything = [&old[..], &[number.clone(), name.clone()]].concat();
        let with_name = [keys(std::slice::from_ref(&name)), keys(&old)].concat();
        assert_eq!(left_behind(&key, &everything), (2, with_name));
        for lives in [
            found("aw1", "0000000040000000000001", &post(2)),
            found("aw1", "0000000040000000000001", "damaged"),
            found("aw1d", "new:0000000030000000000002:0000000000001", "{\"k\":\"draft\",\"b\":\"x\",\"t\":1,\"g\":2}"),
        ] {
            assert_eq!(left_behind(&key, &[&everything[..], &[lives]].concat()), (2, keys(&old)));
        }
        assert_eq!(
            left_behind(&key, &[&old[..], &[name]].concat()),
            (0, Vec::new()),
            "nothing says that it is deleted"
        );
    }

    #[test]
    fn a_damaged_epoch_leaves_nothing_behind() {
        let key = ThreadId::explicit("a").unwrap().key();
        let post = "{\"k\":\"post\",\"a\":{\"id\":\"x\"},\"t\":1,\"b\":\"x\"}";
        let post = StoredText::Text(envelope::wrap(post).unwrap());
        let record = Found { key: format!("aw1:{key}:0000000010000000000001"), value: post };
        let damaged = Found { key: format!("aw1g:{key}:0000003"), value: StoredText::from("damage") };
        assert_eq!(left_behind(&key, &[record.clone(), damaged.clone()]), (0, Vec::new()));
        let sound = Found { value: StoredText::Text(encode(3).unwrap()), ..damaged };
        assert_eq!(left_behind(&key, &[record.clone(), sound]), (3, vec![record.key]));
    }
}

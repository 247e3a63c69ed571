//! A published file that claims to be every page of a run: it says other words under their ids, and changes, deletes and erases
//! what they write. No text in it is one that a simulated reader wrote.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::rc::Rc;

use article_widget::app::effect::{PublishedOrder, Work};
use article_widget::app::{Effect, Msg};
use article_widget::domain::author::AuthorId;
use article_widget::domain::operation_id::{Actor, Lamport, OperationId};

/// How many pages it claims to be, and how many of the first operations of each it attacks.
const PAGES: u32 = 4;
const OPERATIONS: u64 = 4;

/// The number that a page signs its ids with: in another order than the pages were opened.
pub(crate) fn actor(page: u32) -> Actor {
    Actor(u64::from(page).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// What follows from an effect that is about the file, at once: the file is small and the network fast.
pub(crate) fn answer(effect: &Effect) -> Option<Msg> {
    match effect {
        Effect::Published(PublishedOrder::Fetch { attempt, .. }) => {
            let bytes = Some(Rc::from(file().into_bytes()));
            Some(Msg::ReadPublished { attempt: *attempt, piece: Ok(bytes) })
        }
        Effect::Continue(Work::Published) => Some(Msg::GotTime(Work::Published)),
        _ => None,
    }
}

fn file() -> String {
    let mut file =
        "{\"format\":\"article-widget\",\"v\":1,\"kind\":\"publication\",\"at\":0}\n{\"thread\":\"bed\"}\n".to_owned();
    let authors: BTreeSet<String> =
        (0..PAGES).map(|author| AuthorId::local(u128::from(author)).as_str().to_owned()).collect();
    for page in 0..PAGES {
        for lamport in 1..=OPERATIONS {
            let id = |lamport| Lamport::new(lamport).map(|lamport| OperationId { lamport, actor: actor(page) });
            let (Some(id), Some(later), Some(last)) = (id(lamport), id(lamport + 100), id(lamport + 200)) else {
                continue;
            };
            for author in &authors {
                let a = format!("\"a\":{{\"id\":\"{author}\"}},\"t\":1");
                // A String takes everything.
                let _ = writeln!(file, "{{\"id\":\"{id}\",\"record\":{{\"k\":\"post\",{a},\"b\":\"a lie\"}}}}");
                let _ = writeln!(
                    file,
                    "{{\"id\":\"{later}\",\"record\":{{\"k\":\"edit\",\"p\":\"{id}\",{a},\"b\":\"a lie\"}}}}"
                );
                let _ = writeln!(file, "{{\"id\":\"{last}\",\"record\":{{\"k\":\"erase\",\"p\":\"{id}\",{a}}}}}");
            }
        }
    }
    file
}

//! The mirror: the second copy of everything that is kept, in IndexedDB, over one connection for the whole page.

use std::rc::Rc;

use super::mirror_ask::Ask;
use super::{mirror_gathering, mirror_line};
use crate::store::copy::order::{Answer, Order, Place};

/// The page's mirror; all widgets share it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mirror;

impl Mirror {
    /// Carries out an order of [`Place::Mirror`] and answers it later, never before this returns. Others are ignored.
    ///
    /// [`StoreError::Blocked`](crate::store::copy::store_error::StoreError::Blocked) says that this page has no mirror, at least now;
    /// the next order tries again. An order that waits for another page (which holds the database) is answered when that page
    /// lets go, if ever.
    pub fn run(order: Order, answer: Rc<dyn Fn(Answer)>) {
        if order.place() != Place::Mirror {
            return;
        }
        let ask = Ask { order, answer };
        if matches!(ask.order, Order::Write { .. }) {
            mirror_gathering::gather(ask);
        } else {
            // What was ordered before happens before.
            mirror_gathering::flush();
            mirror_line::start(vec![ask]);
        }
    }
}

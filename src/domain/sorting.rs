//! Sorting: one function for all types and all orders. One of the standard library is compiled anew for each of them, and every page
//! loads that code.

use std::cmp::Ordering;

use super::sequence::Sequence;

/// The items in an order; those that are equal stay as they are.
pub fn sorted<T>(items: Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let by_number = |one: u32, other: u32| match (items.get(one as usize), items.get(other as usize)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    };
    let order = in_order(items.len() as u32, &by_number);
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|number| items.get_mut(number as usize)?.take()).collect()
}

/// The numbers from 0 to `count` in an order; those that are equal stay as they are.
fn in_order(count: u32, compare: &dyn Fn(u32, u32) -> Ordering) -> Sequence<u32> {
    let mut order = Sequence::default();
    for number in 0..count {
        let (Ok(spot) | Err(spot)) = order.find(|other| compare(*other, number).then(Ordering::Less));
        order.insert(spot, number);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_in_the_order_and_equal_ones_as_they_came() {
        // 7 has no factor in common with 3,000, so every number comes once.
        let items: Vec<(u32, u32)> = (0..3_000).map(|number| (number * 7 % 3_000 / 10, number)).collect();
        let mut expected = items.clone();
        expected.sort_by_key(|(key, _)| *key);
        assert_ne!(items, expected);
        assert_eq!(sorted(items, &|one, other| one.0.cmp(&other.0)), expected);
        assert_eq!(sorted(Vec::<u32>::new(), &Ord::cmp), Vec::<u32>::new());
    }
}

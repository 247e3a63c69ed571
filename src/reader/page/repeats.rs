//! Finds what a page holds twice: some keep the same text for narrow and for wide screens, and hide one by a style sheet.

use super::tree::{Id, Tree};

/// Shorter texts may well stand in a page twice, in characters.
const SHORTEST: usize = 600;

/// Takes out each box whose text stands in an earlier one.
pub(super) fn take_out_repeats(tree: &mut Tree) {
    let mut prints = vec![Print::default(); tree.len()];
    print(tree, tree.root(), &mut prints);
    let mut known: Vec<(Print, Id)> = Vec::new();
    let mut ahead = vec![tree.root()];
    while let Some(id) = ahead.pop() {
        let own = prints.get(tree.place(id)).copied().unwrap_or_default();
        if own.length < SHORTEST {
            continue;
        }
        if matches!(tree.tag(id), "div" | "section" | "article" | "main") {
            match known.iter().find(|(print, _)| *print == own) {
                Some((_, earlier)) if !tree.is_inside(id, |outer| outer == *earlier) => {
                    tree.take_out(id);
                    continue;
                }
                Some(_) => {}
                None => known.push((own, id)),
            }
        }
        ahead.extend(tree.children(id).rev());
    }
}

/// By what a text is known again, white space aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Print {
    length: usize,
    hash: u64,
    /// The base of the hash to the power of the length.
    shift: u64,
}

impl Print {
    const BASE: u64 = 0x0100_0000_01B3;

    fn of(text: &str) -> Self {
        let mut print = Print { length: 0, hash: 0, shift: 1 };
        for each in text.chars().filter(|each| !each.is_whitespace()) {
            print.hash = print.hash.wrapping_mul(Self::BASE).wrapping_add(u64::from(u32::from(each)) + 1);
            print.shift = print.shift.wrapping_mul(Self::BASE);
            print.length += 1;
        }
        print
    }

    /// That of this text and the next.
    fn and(self, next: Print) -> Self {
        Print {
            length: self.length + next.length,
            hash: self.hash.wrapping_mul(next.shift).wrapping_add(next.hash),
            shift: self.shift.wrapping_mul(next.shift),
        }
    }
}

fn print(tree: &Tree, id: Id, prints: &mut [Print]) -> Print {
    let mut own = Print::of(tree.characters(id));
    if !tree.manner(id).is_silent {
        for child in tree.children(id) {
            own = own.and(print(tree, child, prints));
        }
    }
    if let Some(slot) = prints.get_mut(tree.place(id)) {
        *slot = own;
    }
    own
}

//! What the sweeps are run over: the program as a whole, a replica alone, and a naive store that must not stand.

use crate::bare_replica::Bare;
use crate::catalogue::{Named, long, short, versions, written};
use crate::naive::{Manner, Naive};
use crate::program::Program;
use crate::sweeps::{Explored, Extent, FEW_TICKS, explored};
use crate::widget::{Setup, Widget};

/// Scenarios, with so many timers.
pub type Catalogue<P> = fn(u32) -> Vec<Named<P>>;

/// A program, and all that the sweeps need to know of it.
pub struct Subject<P: Program> {
    /// What it is called.
    pub name: &'static str,
    /// The scenarios, short ones and long ones.
    pub scenarios: &'static [Catalogue<P>],
    /// What the pages of a stretch of the long run are opened with, by its number.
    pub setup: fn(usize) -> P::Setup,
    /// How many runs with a fault, scenarios with crashes, and states are promised.
    pub least: [u64; 3],
    /// What is explored of its pages beside those of a later version.
    pub(crate) versions: fn(Extent) -> Explored,
}

/// Space for a comment or two, in UTF-16 units: a replica leaves none of it alone.
const LITTLE_SPACE: usize = 420;

/// The program as a whole.
pub static WIDGET: Subject<Widget> = Subject {
    name: "the whole program",
    scenarios: &[short, long],
    setup: |stretch| Setup {
        one_author: stretch % 2 == 1,
        published: stretch % 3 == 1,
        earlier: if stretch / 2 % 2 == 1 { 3 } else { 0 },
        late: stretch % 5 > 2,
    },
    least: [50_000, 50, 1_000_000],
    versions: |extent| explored(|| versions(FEW_TICKS), extent.states[0]),
};

/// A replica alone: it knows no files, and no other address.
pub static REPLICA: Subject<Bare> = Subject {
    name: "a replica alone",
    scenarios: &[|ticks| written(ticks, LITTLE_SPACE, |number| number % 2 == 1)],
    setup: |stretch| stretch % 2 == 1,
    least: [50_000, 50, 500_000],
    versions: |_| Explored::default(),
};

/// The naive store: every sweep must find something wrong with it.
pub static NAIVE: Subject<Naive> = Subject {
    name: "a naive store",
    scenarios: &[|ticks| written(ticks, LITTLE_SPACE, |_| PROMISING)],
    setup: |_| PROMISING,
    least: [0; 3],
    versions: |_| Explored::default(),
};

const PROMISING: Manner = Manner { locks: false, listens: false, promises: true };

//! The ways in which one storage call can go wrong, and which call of a run does.

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// A write is refused for want of space.
    Quota,
    /// Access is forbidden.
    Security,
    /// The call throws.
    Throw,
    /// A change is accepted and not made.
    SilentDrop,
    /// A change is accepted, can be read back, and is undone later without a word.
    Revert,
    /// A read gives what was there earlier.
    Stale,
    /// A read gives something that nobody wrote.
    Garbage,
    /// The mirror does nothing and never responds; the primary copy throws.
    Hang,
    /// The mirror does what it was asked and never responds.
    Mute,
}

impl Fault {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Quota,
        Self::Security,
        Self::Throw,
        Self::SilentDrop,
        Self::Revert,
        Self::Stale,
        Self::Garbage,
        Self::Hang,
        Self::Mute,
    ];
}

/// What kind of call it is that a fault may strike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Call {
    /// Reading a value or the keys of the primary copy.
    LocalRead,
    /// Setting a key of the primary copy.
    LocalWrite,
    /// Removing a key of the primary copy.
    LocalRemove,
    /// A reading transaction of the mirror.
    MirrorRead,
    /// A writing transaction of the mirror.
    MirrorWrite,
    /// A removing transaction of the mirror.
    MirrorRemove,
}

/// One fault of one run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FaultPlan {
    /// The number of the call, counted from 0 over all tabs and both copies.
    pub at: u32,
    /// What goes wrong.
    pub fault: Fault,
    /// Whether every later call goes wrong too.
    pub for_ever: bool,
    /// Whether it has struck: a plan that cannot strike tests nothing.
    pub struck: bool,
}

impl FaultPlan {
    /// A plan for call `at`.
    pub fn new(at: u32, fault: Fault, for_ever: bool) -> Self {
        Self { at, fault, for_ever, struck: false }
    }

    /// Whether call `number` goes wrong, and how.
    pub fn strike(&mut self, number: u32, call: Call) -> Option<Fault> {
        let its_turn = number == self.at || (self.for_ever && number > self.at);
        if !its_turn || !possible(self.fault, call) {
            return None;
        }
        self.struck = true;
        Some(self.fault)
    }
}

/// Whether this fault can strike such a call.
fn possible(fault: Fault, call: Call) -> bool {
    let reads = matches!(call, Call::LocalRead | Call::MirrorRead);
    match fault {
        Fault::Quota => matches!(call, Call::LocalWrite | Call::MirrorWrite),
        Fault::Security | Fault::Throw | Fault::Hang => true,
        Fault::SilentDrop | Fault::Revert => !reads,
        Fault::Stale | Fault::Garbage => reads,
        Fault::Mute => matches!(call, Call::MirrorRead | Call::MirrorWrite | Call::MirrorRemove),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_strikes_its_call_only_or_all_from_there_on() {
        let mut once = FaultPlan::new(2, Fault::Quota, false);
        let mut for_ever = FaultPlan::new(2, Fault::Quota, true);
        let struck = |plan: &mut FaultPlan| (0..5).filter(|n| plan.strike(*n, Call::LocalWrite).is_some()).count();
        assert_eq!((struck(&mut once), struck(&mut for_ever)), (1, 3));
        let mut never = FaultPlan::new(2, Fault::Quota, true);
        assert_eq!(never.strike(2, Call::LocalRead), None);
        assert!(once.struck && for_ever.struck && !never.struck);
    }
}

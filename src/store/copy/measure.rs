//! How much room there is, counted.

use super::room::Room;

/// How much room there is, in UTF-16 units of keys and values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// Everything that the origin keeps.
    pub origin: u64,
    /// What this widget keeps of it.
    pub ours: u64,
    /// What the browser allows the origin.
    pub quota: u64,
}

impl Measure {
    /// What the room there is allows.
    pub fn room(self) -> Room {
        Room::of(self.ours, self.origin, self.quota)
    }

    /// How many units more can be written before there is no room.
    pub fn units_left(self) -> u64 {
        Room::units_left(self.ours, self.origin, self.quota)
    }
}

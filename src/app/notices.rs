//! What the reader and the page are told that no composer or comment shows. A room: it knows nothing of the others.

use super::effect::Effect;
use super::host_event::StorageWarning;
use crate::port::announced::Announced;

/// The last thing said aloud. The serial number grows, so that the same words said again are another announcement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// Grows with each announcement.
    pub serial: u32,
    /// What is said.
    pub what: Announced,
}

/// What the reader and the page were told, and what of it still holds.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    announcement: Option<Announcement>,
    /// Whether this browser removes what is kept when the site is not used for seven days.
    forgets: bool,
    /// Whether the reader is told of that beside the thread: when something is first kept on this origin.
    says_seven_days: bool,
    /// Whether something is not saved within the time it should take: while it is so, the browser asks before the page is left.
    is_at_risk: bool,
    /// The [`StorageWarning`]s that the page was told of and that still hold, a bit for each.
    warned: u8,
}

impl Notices {
    /// The last thing said aloud.
    pub fn announcement(&self) -> Option<Announcement> {
        self.announcement
    }

    /// Whether this browser removes what is kept when the site is not used for seven days.
    pub fn forgets(&self) -> bool {
        self.forgets
    }

    /// Takes note of whether this browser removes what is kept when the site is not used for seven days.
    pub fn browser_forgets(&mut self, forgets: bool) {
        self.forgets = forgets;
    }

    /// Whether it is said beside the thread what this browser does after seven days.
    pub fn says_seven_days(&self) -> bool {
        self.says_seven_days
    }

    /// Whether something is not saved within the time it should take.
    pub fn is_at_risk(&self) -> bool {
        self.is_at_risk
    }

    /// Says something aloud.
    pub fn announce(&mut self, what: Announced) {
        let serial = self.announcement.map_or(0, |last| last.serial.wrapping_add(1));
        self.announcement = Some(Announcement { serial, what });
    }

    /// Says from now on what this browser does after seven days.
    pub(super) fn say_seven_days(&mut self) {
        self.says_seven_days = true;
    }

    /// Takes note of whether anything is at risk: while it is, the browser asks before the page is left.
    pub(super) fn at_risk(&mut self, is_at_risk: bool) -> Option<Effect> {
        if is_at_risk == self.is_at_risk {
            return None;
        }
        self.is_at_risk = is_at_risk;
        if is_at_risk {
            self.announce(Announced::AtRisk);
        }
        Some(Effect::WarnBeforeLeaving(is_at_risk))
    }

    /// Takes the warnings that there is reason for, and gives those that the page was not told of: each once, until it is right
    /// again.
    pub(super) fn warn(&mut self, reasons: &[StorageWarning]) -> Vec<StorageWarning> {
        let (mut all, mut new) = (0, Vec::new());
        for warning in reasons {
            let bit = 1 << *warning as u8;
            all |= bit;
            if self.warned & bit == 0 {
                new.push(*warning);
            }
        }
        self.warned = all;
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_thing_said_twice_is_told_apart_by_its_number() {
        let mut notices = Notices::default();
        notices.announce(Announced::Posted);
        let first = notices.announcement();
        notices.announce(Announced::Posted);
        assert_ne!(notices.announcement(), first);
    }

    #[test]
    fn the_page_is_told_once_and_again_when_it_was_right_meanwhile() {
        use StorageWarning::{Blocked, Full};
        let mut notices = Notices::default();
        let told = [&[Full][..], &[Full, Blocked], &[Blocked], &[Full, Blocked]].map(|reasons| notices.warn(reasons));
        assert_eq!(told, [vec![Full], vec![Blocked], vec![], vec![Full]]);
    }

    #[test]
    fn leaving_is_asked_about_while_something_is_at_risk_and_said_when_it_begins() {
        let mut notices = Notices::default();
        let asked = [false, true, true, false].map(|risk| notices.at_risk(risk));
        let [begins, ends] = [true, false].map(|on| Some(Effect::WarnBeforeLeaving(on)));
        assert_eq!(asked, [None, begins, None, ends]);
        assert_eq!(notices.announcement().map(|said| (said.serial, said.what)), Some((0, Announced::AtRisk)));
    }
}

//! What is wrong with storage, as far as the page is told.

use super::config::{Config, Persistence};
use super::host_event::StorageWarning;
use crate::discussion::Discussion;
use crate::replica::Storage;
use crate::store::copy::quota::QuotaState;

/// What there is reason to warn of now, under any of the discussion's ids. `quota`: its state, where the usage was measured;
/// `at_risk`: something is not saved within the time it should take.
pub(super) fn reasons(
    config: &Config,
    discussion: &Discussion,
    quota: Option<QuotaState>,
    at_risk: bool,
) -> Vec<StorageWarning> {
    let mut reasons = Vec::new();
    if !discussion.shown().is_ready() {
        return reasons;
    }
    let any = |storage| discussion.all().any(|replica| replica.storage() == storage);
    let holds = |warning: &StorageWarning| match warning {
        // An embedder who asked for `storage="none"` needs no warning that nothing is kept.
        StorageWarning::Blocked => any(Storage::Blocked) && config.storage != Persistence::Nowhere,
        StorageWarning::Full => any(Storage::Full) || quota == Some(QuotaState::Full),
        StorageWarning::NearlyFull => quota == Some(QuotaState::Low),
        StorageWarning::Unreadable => any(Storage::Unreadable) || discussion.unreadable_records() > 0,
        StorageWarning::KeyCollision => any(Storage::KeyCollision),
        StorageWarning::AtRisk => at_risk,
    };
    reasons.extend(StorageWarning::ALL.into_iter().filter(holds));
    reasons
}

//! How much space there is, as a picture with its legend.

use yew::prelude::*;

use super::messages::Message;
use super::messages::file::size;
use super::messages::panel as text;
use crate::domain::messages::Messages;
use crate::store::copy::quota::QuotaState;
use crate::store::file::inventory::Inventory;

/// The picture's width, in its own units.
const WIDE: u64 = 1_000;
/// The least width that is still seen.
const LEAST: u64 = 8;

/// Draws what comments use, what the rest of the site uses, and what is free for comments.
pub(super) fn storage_meter(messages: &Messages, inventory: &Inventory) -> Html {
    let ours = inventory.ours_units;
    let others = inventory.origin_units.saturating_sub(ours);
    let free = QuotaState::units_left(ours, inventory.origin_units, inventory.quota_units);
    let all = ours.saturating_add(others).saturating_add(free);
    let (first, second) = (share(ours, all), share(others, all));
    let state = match inventory.verdict {
        QuotaState::Ample => "ample",
        QuotaState::Low => "low",
        QuotaState::Full => "full",
    };
    let part = |class: &'static str, x: u64, width: u64| {
        html! { <rect {class} x={x.to_string()} y="0" width={width.to_string()} height="12" /> }
    };
    let item = |class: &'static str, label: &Message, units: u64| {
        html! {
            <li>
                <svg class="swatch" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><rect {class} width="12" height="12" /></svg>
                <span>{ label.show(messages) }{ " " }<b>{ size(messages, units) }</b></span>
            </li>
        }
    };
    let parts =
        [("comments", ours), ("others", others), ("free", free)].map(|(name, units)| (name, size(messages, units)));
    let parts = parts.each_ref().map(|(name, size)| (*name, size.as_str()));
    let label = text::METER.with(messages, &parts);
    html! {
        <div class="storage-meter" data-room={state}>
            <svg class="meter" viewBox={format!("0 0 {WIDE} 12")} preserveAspectRatio="none" role="img"
                aria-label={label} focusable="false">
                { part("meter-free", 0, WIDE) }
                { part("meter-ours", 0, first) }
                { part("meter-others", first, second) }
            </svg>
            <ul class="legend" role="list">
                { item("meter-ours", text::METER_OURS, ours) }
                { item("meter-others", text::METER_OTHERS, others) }
                { item("meter-free", text::METER_FREE, free) }
            </ul>
            <p class="panel-note">{ text::quota(inventory.verdict).show(messages) }</p>
        </div>
    }
}

/// The width of a part that has so many units of `all`: wide enough to be seen if it has any.
fn share(units: u64, all: u64) -> u64 {
    if units == 0 {
        return 0;
    }
    let exact = u128::from(units) * u128::from(WIDE) / u128::from(all.max(1));
    u64::try_from(exact).unwrap_or(WIDE).max(LEAST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_there_is_can_be_seen() {
        assert_eq!(share(0, 100), 0);
        assert_eq!(share(1, u64::MAX), LEAST);
        assert_eq!(share(50, 100), 500);
        assert_eq!(share(u64::MAX, u64::MAX), WIDE);
        assert_eq!(share(5, 0), 5_000);
    }
}

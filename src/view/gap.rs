//! The place of rows that are not in the document.

use std::ops::Range;

use yew::prelude::*;

use super::messages::thread as text;
use super::more::more;
use crate::app::App;
use crate::app::msg::ListMsg;
use crate::app::window::is_windowed;
use crate::widget::Msg;

/// Draws a gap about as high as its rows will be. In a list that is not drawn whole, it has buttons by which the keyboard can ask for
/// the rows that adjoin it. `before`: the number of the group above it; 0 for none.
pub(super) fn gap(app: &App, rows: Range<usize>, before: u32, dispatch: &Callback<Msg>) -> Html {
    let (messages, all) = (&app.config.messages, app.rows());
    let is_windowed = is_windowed(all);
    let left = |is_beside: bool| if is_windowed && is_beside { rows.len() } else { 0 };
    let (later, earlier) = (ListMsg::PressedShowLater(rows.start), ListMsg::PressedShowEarlier(rows.end));
    // An attribute, because a page may forbid styles. CSS could not tell how many rows there are.
    let height = rows.len() * app.list.row_height() as usize;
    html! {
        <li key={format!("after {before}")} class="gap" aria-hidden={(!is_windowed).then_some("true")}
            data-first={rows.start.to_string()} data-rows={rows.len().to_string()}>
            { more(messages, "show-later", &text::LATER.say(messages), left(rows.start > 0), later, dispatch) }
            <svg width="0" height={height.to_string()} aria-hidden="true" focusable="false" />
            { more(messages, "show-earlier", &text::EARLIER.say(messages), left(rows.end < all.len()), earlier, dispatch) }
        </li>
    }
}

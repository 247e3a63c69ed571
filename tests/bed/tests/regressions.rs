//! Schedules that once lost something, kept as they were found and shrunk.

use article_widget_bed::bare_replica::Bare;
use article_widget_bed::fault::{Fault, FaultPlan};
use article_widget_bed::program::Act;
use article_widget_bed::scenario::Scenario;
use article_widget_bed::step::{Step, Waiting};
use article_widget_bed::text::Text;
use article_widget_bed::widget::{Setup, Widget};
use article_widget_bed::world::Settings;

fn browser(settings: Settings) -> Scenario<Widget> {
    opened(settings, Setup::default())
}

fn opened(settings: Settings, setup: Setup) -> Scenario<Widget> {
    let mut scenario = Scenario::new(setup, 1, &[]);
    scenario.settings = settings;
    scenario.ticks = 0;
    scenario
}

/// All steps must be possible, and nothing may be lost.
#[track_caller]
fn holds(settings: Settings, steps: &[Step]) {
    let (taken, broken) = browser(settings).replay(None, steps);
    assert_eq!(broken, None);
    assert_eq!(taken, steps, "the schedule is the one that was found");
}

const fn submit(tab: u8, text: u16) -> Step {
    Step::Do(tab, Act::Submit(Text(text)))
}

const fn reply(tab: u8, to: u16, text: u16) -> Step {
    Step::Do(tab, Act::Reply { to: Text(to), text: Text(text) })
}

const fn edit(tab: u8, of: u16, to: u16) -> Step {
    Step::Do(tab, Act::Edit { of: Text(of), to: Text(to) })
}

const fn delete(tab: u8, text: u16) -> Step {
    Step::Do(tab, Act::Delete(Text(text)))
}

const fn erase(tab: u8, text: u16) -> Step {
    Step::Do(tab, Act::Erase(Text(text)))
}

#[test]
fn saved_was_said_of_a_text_that_another_page_had_put_in_its_place() {
    use Step::{Broadcast, Hear, Mirror, Open, Response, Send, Tick};
    holds(
        Settings::default(),
        &[
            submit(0, 12),
            Send(0),
            Mirror(0),
            Send(0),
            Open,
            Mirror(0),
            Open,
            Mirror(2),
            Response(2),
            reply(2, 12, 22),
            Broadcast { from: 2, to: 0 },
            Mirror(2),
            edit(0, 22, 25),
            Send(0),
            Tick(2),
            Hear(2),
            Response(2),
        ],
    );
}

#[test]
fn an_edit_was_saved_before_the_comment_that_it_changes() {
    use Step::{Mirror, Open, Response, Send, Tick};
    holds(
        Settings::default(),
        &[
            Open,
            submit(1, 20),
            Send(1),
            Open,
            reply(2, 20, 22),
            Send(2),
            Send(1),
            Open,
            edit(3, 22, 27),
            Mirror(3),
            Tick(3),
            Response(3),
            Mirror(3),
            Response(3),
            Step::Kill { kept: 0, mirror: Waiting::Aborted },
        ],
    );
}

/// With space for two comments, but not for a third.
fn nearly_full() -> Settings {
    Settings { quota: (256 << 10) + 600, ..Settings::default() }
}

#[test]
fn a_reply_that_was_refused_lost_its_composer_when_its_comment_was_erased() {
    let steps = [submit(0, 1), submit(0, 2), submit(0, 3), reply(0, 1, 4), delete(0, 1), Step::Leave(0), erase(0, 1)];
    let (_, broken) = browser(nearly_full()).replay(None, &steps);
    assert_eq!(broken, None);
}

#[test]
fn a_draft_that_came_late_brought_back_an_erased_comment_s_text() {
    use Step::{Close, Mirror, Open, Response, Tick};
    let steps = [
        Open,
        submit(0, 1),
        submit(0, 2),
        submit(0, 3),
        edit(0, 1, 4),
        Open,
        Open,
        Close(0, Waiting::Finished),
        Mirror(3),
        Response(3),
        Mirror(3),
        Response(3),
        Tick(3),
        Tick(3),
        delete(3, 1),
        erase(3, 1),
    ];
    let (_, broken) = browser(nearly_full()).replay(None, &steps);
    assert_eq!(broken, None);
}

#[test]
fn a_reply_that_was_refused_lost_its_composer_when_its_comment_was_erased_at_the_earlier_address() {
    let setup = Setup { earlier: 1, ..Setup::default() };
    let reload = Step::Reload(0, Waiting::Finished);
    let steps = [submit(0, 1), submit(0, 2), submit(0, 3), reload, reply(0, 1, 4), delete(0, 1), erase(0, 1)];
    let (taken, broken) = opened(nearly_full(), setup).replay(None, &steps);
    assert_eq!((taken.len(), broken), (steps.len(), None));
}

#[test]
fn a_reply_that_was_refused_lost_its_composer_when_an_import_was_undone() {
    use Step::{Mirror, Response, Turn};
    let setup = Setup { one_author: true, published: true, ..Setup::default() };
    let steps = [
        submit(0, 1),
        Step::Do(0, Act::Import { text: Text(9), earlier: false }),
        Mirror(0),
        Turn(0),
        Response(0),
        Mirror(0),
        Response(0),
        Mirror(0),
        Mirror(0),
        Response(0),
        Response(0),
        Turn(0),
        Turn(0),
        Turn(0),
        Turn(0),
        reply(0, 9, 2),
        Step::Do(0, Act::UndoImport(Text(9))),
    ];
    let plan = FaultPlan::new(31, Fault::Quota, true);
    let (taken, broken) = opened(Settings::default(), setup).replay(Some(plan), &steps);
    assert_eq!((&taken[..], broken), (&steps[..], None));
}

#[test]
fn saved_was_said_of_an_edit_of_another_page_when_the_mark_that_it_was_sent_was_saved() {
    use Step::{Broadcast, Mirror, Open, Response, Tick};
    let heard = Broadcast { from: 1, to: 0 };
    let steps = [
        Open,
        submit(0, 1),
        Mirror(0),
        submit(1, 3),
        heard,
        Mirror(0),
        Tick(0),
        Mirror(0),
        Response(0),
        Response(0),
        Response(0),
        Mirror(0),
        Response(0),
        edit(1, 3, 11),
        heard,
        Tick(1),
        Step::Do(0, Act::TakeSubmission(Text(11))),
        Step::Do(0, Act::SayItWasSent),
        Mirror(0),
        Response(0),
        Tick(0),
    ];
    let setup = Setup { published: true, ..Setup::default() };
    let (taken, broken) = opened(Settings::default(), setup).replay(None, &steps);
    assert_eq!((&taken[..], broken), (&steps[..], None));
}

#[test]
fn a_draft_from_the_earlier_address_was_put_back_to_what_the_mirror_had_of_it() {
    use Step::{Mirror, Response, Tick};
    let setup = Setup { earlier: 1, ..Setup::default() };
    let settings = Settings { quota: 2_221, ..Settings::default() };
    let steps = [
        submit(0, 7),
        Mirror(0),
        Mirror(0),
        Mirror(0),
        Response(0),
        Response(0),
        Response(0),
        Step::Do(0, Act::Type(Text(10))),
        Tick(0),
        Mirror(0),
        submit(0, 12),
        Step::Reload(0, Waiting::Aborted),
    ];
    let (_, broken) = opened(settings, setup).replay(None, &steps);
    assert_eq!(broken, None);
}

#[test]
fn an_erasure_that_found_no_space_was_held_against_a_page_that_had_been_frozen() {
    use Step::{Broadcast, Freeze, HostWrites, Mirror, Open, Response, Send};
    let steps = [
        submit(0, 5),
        Send(0),
        edit(0, 5, 8),
        reply(0, 8, 9),
        Send(0),
        Open,
        submit(1, 11),
        Send(0),
        submit(1, 13),
        submit(0, 14),
        Send(0),
        submit(0, 15),
        Send(1),
        Open,
        Send(0),
        submit(1, 16),
        edit(1, 11, 17),
        Send(1),
        Open,
        Step::Reload(0, Waiting::Finished),
        Freeze(3),
        reply(0, 15, 38),
        submit(0, 39),
        HostWrites(0, 334),
        submit(1, 42),
        Broadcast { from: 1, to: 0 },
        Mirror(0),
        Response(0),
        delete(0, 14),
        reply(0, 8, 57),
        erase(0, 14),
    ];
    let settings = Settings { quota: 2_727, mirror: false, ..Settings::default() };
    let (taken, broken) = Scenario::<Bare> { settings, ticks: 0, ..Scenario::new(false, 1, &[]) }.replay(None, &steps);
    assert_eq!((&taken[..], broken), (&steps[..], None));
}

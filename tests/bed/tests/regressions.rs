//! Schedules that once lost something, kept as they were found and shrunk.

use article_widget_bed::program::Act;
use article_widget_bed::scenario::Scenario;
use article_widget_bed::step::{Step, Waiting};
use article_widget_bed::text::Text;
use article_widget_bed::widget::{Setup, Widget};
use article_widget_bed::world::Settings;

fn browser(settings: Settings) -> Scenario<Widget> {
    let mut scenario = Scenario::new(Setup { one_author: false, published: false }, 1, &[]);
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
    use Step::{Answer, Hear, Message, Mirror, Open, Send, Tick};
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
            Answer(2),
            reply(2, 12, 22),
            Message { from: 2, to: 0 },
            Mirror(2),
            edit(0, 22, 25),
            Send(0),
            Tick(2),
            Hear(2),
            Answer(2),
        ],
    );
}

#[test]
fn an_edit_was_saved_before_the_comment_that_it_changes() {
    use Step::{Answer, Mirror, Open, Send, Tick};
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
            Answer(3),
            Mirror(3),
            Answer(3),
            Step::Kill { kept: 0, mirror: Waiting::Aborted },
        ],
    );
}

/// With room for two comments, but not for a third.
fn nearly_full() -> Settings {
    Settings { quota: (256 << 10) + 600, ..Settings::default() }
}

#[test]
fn an_answer_that_was_refused_lost_its_box_when_its_comment_was_erased() {
    let steps = [submit(0, 1), submit(0, 2), submit(0, 3), reply(0, 1, 4), delete(0, 1), Step::Leave(0), erase(0, 1)];
    let (_, broken) = browser(nearly_full()).replay(None, &steps);
    assert_eq!(broken, None);
}

#[test]
fn a_draft_that_came_late_brought_back_an_erased_comment_s_text() {
    use Step::{Answer, Close, Mirror, Open, Tick};
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
        Answer(3),
        Mirror(3),
        Answer(3),
        Tick(3),
        Tick(3),
        delete(3, 1),
        erase(3, 1),
    ];
    let (_, broken) = browser(nearly_full()).replay(None, &steps);
    assert_eq!(broken, None);
}

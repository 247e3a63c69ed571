//! The losses that were measured in Chromium, shown by the bed for a naive one-value store: else the bed proves nothing.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test says what it expected by failing")]

use article_widget_bed::chance::Chance;
use article_widget_bed::naive::{KEY, Manner, Naive};
use article_widget_bed::program::{Act, Program as _, Shown, Word};
use article_widget_bed::scenario::Scenario;
use article_widget_bed::step::{Step, Waiting};
use article_widget_bed::text::Text;
use article_widget_bed::world::World;

const PLAIN: Manner = Manner { locks: false, listens: false, promises: true };

fn open(manner: Manner, tabs: u8) -> World<Naive> {
    Scenario::new(manner, tabs, &[]).begin(None).unwrap().world
}

#[track_caller]
fn take(world: &mut World<Naive>, steps: &[Step]) {
    for step in steps {
        assert!(world.can(*step), "not possible: {step}");
        world.take(*step);
    }
}

fn shown(world: &World<Naive>, tab: u8) -> Vec<Shown> {
    let mut all = Vec::new();
    world.page(tab).unwrap().program.shown(&mut |one| all.push(one));
    all
}

fn says_saved(world: &World<Naive>, tab: u8, text: Text) -> bool {
    shown(world, tab).contains(&Shown { text, word: Word::Saved, earlier: false })
}

const KILL: Step = Step::Kill { kept: 0, mirror: Waiting::Aborted };

#[test]
fn loss_1_a_write_that_returned_is_lost_by_a_kill_within_five_seconds() {
    for wait in [0, 2_000, 4_000] {
        let mut world = open(PLAIN, 1);
        take(&mut world, &[Step::Do(0, Act::Submit(Text(1))), Step::Send(0), Step::Pass(wait)]);
        assert!(says_saved(&world, 0, Text(1)));
        assert!(!world.can(Step::Commit));
        take(&mut world, &[KILL]);
        assert!(shown(&world, 0).is_empty());
        assert_eq!(world.finish(false).unwrap_err().rule, "3: what was called saved survives");
    }
}

#[test]
fn loss_1_a_write_is_kept_once_it_was_committed_after_five_seconds() {
    let mut world = open(PLAIN, 1);
    take(&mut world, &[Step::Do(0, Act::Submit(Text(1))), Step::Send(0), Step::Pass(5_600), Step::Commit, KILL]);
    assert_eq!(shown(&world, 0).len(), 1);
    assert!(world.finish(false).is_ok());
}

#[test]
fn loss_1_a_write_soon_after_a_commit_is_lost_for_longer() {
    let mut world = open(PLAIN, 1);
    take(&mut world, &[Step::Do(0, Act::Submit(Text(1))), Step::Send(0), Step::Pass(5_000), Step::Commit]);
    take(&mut world, &[Step::Do(0, Act::Submit(Text(2))), Step::Send(0), Step::Pass(12_000)]);
    assert!(!world.can(Step::Commit) && says_saved(&world, 0, Text(2)));
    take(&mut world, &[KILL]);
    assert_eq!(shown(&world, 0).len(), 1);
}

/// Another script fills the storage in tab 1; tab 0 has not heard of it and writes.
fn write_where_there_was_space(left: u32) -> World<Naive> {
    let mut world = open(PLAIN, 2);
    let quota = 5_242_880;
    take(&mut world, &[Step::HostWrites(1, quota - 4 - left), Step::Send(1), Step::Do(0, Act::Submit(Text(1)))]);
    assert!(says_saved(&world, 0, Text(1)));
    assert!(world.tabs[0].renderer.cache.get(KEY).is_some(), "it reads back equal");
    world.settle().ok();
    world
}

#[test]
fn loss_3_near_the_quota_a_write_reads_back_equal_and_vanishes_without_an_error() {
    let world = write_where_there_was_space(5);
    assert!(world.tabs[0].renderer.cache.get(KEY).is_none());
    assert!(world.browser.map.get(KEY).is_none());
    assert!(says_saved(&world, 0, Text(1)), "and nobody was told");
}

#[test]
fn loss_3_does_not_happen_with_256_kibi_units_of_headroom() {
    let world = write_where_there_was_space(256 * 1024);
    assert!(world.tabs[0].renderer.cache.get(KEY).is_some());
    assert!(world.browser.map.get(KEY).is_some());
}

/// Two tabs post so many texts each in an order that chance chooses; gives how many are kept.
fn race(manner: Manner, each: u16) -> usize {
    let mut world = open(manner, 2);
    let mut chance = Chance::new(4);
    let mut next = [0, each];
    let ends = [each, 2 * each];
    loop {
        let mut steps = Vec::new();
        world.deliveries(&mut steps);
        for tab in [0, 1] {
            if next[usize::from(tab)] < ends[usize::from(tab)] {
                steps.push(Step::Do(tab, Act::Submit(Text(next[usize::from(tab)]))));
            }
        }
        let Some(step) = chance.one_of(&steps) else { break };
        if let Step::Do(tab, _) = step {
            next[usize::from(tab)] += 1;
        }
        world.take(step);
    }
    Text::all_in(world.browser.map.get(KEY).unwrap()).count()
}

#[test]
fn loss_4_two_tabs_that_append_to_one_value_lose_each_others_comments() {
    let kept = race(PLAIN, 200);
    assert!((1..390).contains(&kept), "{kept} of 400 kept");
}

#[test]
fn loss_4_a_lock_around_reading_and_writing_does_not_help() {
    let kept = race(Manner { locks: true, ..PLAIN }, 200);
    assert!((1..399).contains(&kept), "{kept} of 400 kept");
}

#[test]
fn loss_5_a_message_comes_before_the_value_that_it_is_about() {
    let mut world = open(Manner { listens: true, ..PLAIN }, 2);
    take(&mut world, &[Step::Do(0, Act::Submit(Text(1))), Step::Broadcast { from: 0, to: 1 }]);
    assert!(shown(&world, 1).is_empty(), "the tab read a stale value");
    take(&mut world, &[Step::Send(0), Step::Hear(1)]);
    assert!(shown(&world, 1).is_empty(), "and nothing tells it to read again");
    take(
        &mut world,
        &[Step::Do(0, Act::Submit(Text(2))), Step::Send(0), Step::Hear(1), Step::Broadcast { from: 0, to: 1 }],
    );
    assert_eq!(shown(&world, 1).len(), 2, "unless the broadcast is the slower one");
}

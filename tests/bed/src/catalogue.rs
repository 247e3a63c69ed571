//! The scenarios that the sweeps go through: what readers do in one, two and three tabs, in several kinds of browser.

use crate::program::Act;
use crate::program::Program;
use crate::scenario::{Planned, Scenario};
use crate::step::{Step, Waiting};
use crate::text::Text;
use crate::versions::{Mixed, Newer};
use crate::widget::{Setup, Widget};
use crate::world::Settings;

/// A scenario and what to call it.
pub type Named<P> = (String, Scenario<P>);

type Scripts = Vec<Vec<Planned>>;

const fn post(tab: u8, text: u16) -> Step {
    Step::Do(tab, Act::Submit(Text(text)))
}

const fn reply(tab: u8, to: u16, text: u16) -> Step {
    Step::Do(tab, Act::Reply { to: Text(to), text: Text(text) })
}

const fn edit(tab: u8, of: u16, to: u16) -> Step {
    Step::Do(tab, Act::Edit { of: Text(of), to: Text(to) })
}

const fn types(tab: u8, text: u16) -> Step {
    Step::Do(tab, Act::Type(Text(text)))
}

const fn delete(tab: u8, text: u16) -> Step {
    Step::Do(tab, Act::Delete(Text(text)))
}

const fn undo(tab: u8, text: u16) -> Step {
    Step::Do(tab, Act::Undo(Text(text)))
}

const fn erase(tab: u8, text: u16) -> Step {
    Step::Do(tab, Act::Erase(Text(text)))
}

const fn delete_everything(tab: u8) -> Step {
    Step::Do(tab, Act::DeleteEverything)
}

const fn import(tab: u8, file: u16) -> Step {
    Step::Do(tab, Act::Import { text: Text(file), earlier: false })
}

/// A file of the discussion as it was called at the earlier address.
const fn import_there(tab: u8, file: u16) -> Step {
    Step::Do(tab, Act::Import { text: Text(file), earlier: true })
}

const fn open_panel(tab: u8) -> Step {
    Step::Do(tab, Act::OpenPanel)
}

const fn undo_import(tab: u8, file: u16) -> Step {
    Step::Do(tab, Act::UndoImport(Text(file)))
}

const fn take_submission(tab: u8, text: u16) -> Step {
    Step::Do(tab, Act::TakeSubmission(Text(text)))
}

const fn say_it_was_sent(tab: u8) -> Step {
    Step::Do(tab, Act::SayItWasSent)
}

const fn reload(tab: u8) -> Step {
    Step::Reload(tab, Waiting::Aborted)
}

fn scripts(all: &[&[Step]]) -> Scripts {
    all.iter().map(|steps| steps.iter().copied().map(Planned::This).collect()).collect()
}

/// What readers do: the name, how many tabs there are, and each reader's script.
fn stories() -> Vec<(&'static str, u8, Scripts)> {
    vec![
        ("one tab posts twice", 1, scripts(&[&[post(0, 1), post(0, 2)]])),
        ("a post, and a reload", 1, scripts(&[&[post(0, 1), reload(0), post(0, 2)]])),
        ("typed, left, reloaded, posted", 1, scripts(&[&[types(0, 1), Step::Leave(0), reload(0), post(0, 2)]])),
        ("two tabs post", 2, scripts(&[&[post(0, 1)], &[post(1, 2)]])),
        ("a reply and an edit", 2, scripts(&[&[post(0, 1), edit(0, 1, 3)], &[reply(1, 1, 2)]])),
        ("an edit and a deletion", 2, scripts(&[&[post(0, 1), edit(0, 1, 2)], &[delete(1, 1)]])),
        ("two edits of one comment", 2, scripts(&[&[post(0, 1), edit(0, 1, 2)], &[edit(1, 1, 3)]])),
        ("a deletion taken back", 2, scripts(&[&[post(0, 1), delete(0, 1), undo(0, 1)], &[Step::Look(1)]])),
        ("an erasure", 2, scripts(&[&[post(0, 1), post(0, 2)], &[delete(1, 1), erase(1, 1)]])),
        ("an erasure while it is edited", 2, scripts(&[&[post(0, 1), edit(0, 1, 2)], &[delete(1, 1), erase(1, 1)]])),
        ("deleting everything", 2, scripts(&[&[post(0, 1)], &[post(1, 2), delete_everything(1)]])),
        ("another script clears", 2, scripts(&[&[post(0, 1)], &[Step::Clear(1), Step::Look(1)]])),
        ("a tab goes away", 2, scripts(&[&[post(0, 1), Step::Close(0, Waiting::Aborted)], &[post(1, 2)]])),
        ("a tab crashes", 2, scripts(&[&[post(0, 1), Step::Crash { tab: 0, sent: 0 }], &[post(1, 2)]])),
        ("a page lies in the cache", 2, scripts(&[&[post(0, 1)], &[Step::Freeze(1), Step::Thaw(1)]])),
        ("a tab is opened meanwhile", 2, scripts(&[&[post(0, 1), post(0, 2)], &[Step::Open]])),
        ("three tabs post", 3, scripts(&[&[post(0, 1)], &[post(1, 2)], &[post(2, 3)]])),
        ("three tabs answer", 3, scripts(&[&[post(0, 1)], &[reply(1, 1, 2)], &[reply(2, 1, 3)]])),
        ("three tabs, one erases", 3, scripts(&[&[post(0, 1), delete(0, 1), erase(0, 1)], &[reply(1, 1, 2)], &[]])),
    ]
}

/// What readers do with files, and with what another tab wrote. The panel is opened anew only when an import has ended. File 9 attacks the first comment of the first page, file 10 deletes everything.
fn stories_of_files() -> Vec<(&'static str, u8, Scripts)> {
    vec![
        ("an import, and a reload", 1, scripts(&[&[import(0, 10), post(0, 1), open_panel(0), reload(0), post(0, 2)]])),
        ("an import undone", 1, scripts(&[&[post(0, 1), import(0, 9), reply(0, 9, 2), undo_import(0, 9)]])),
        ("an import beside what it attacks", 2, scripts(&[&[post(0, 1), edit(0, 1, 2)], &[import(1, 9)]])),
        (
            "an import undone elsewhere",
            2,
            scripts(&[&[import(0, 10), open_panel(0), open_panel(1), undo_import(1, 10)]]),
        ),
        ("two imports of one file", 2, scripts(&[&[import(0, 9), undo_import(0, 9)], &[import(1, 9)]])),
        ("all is deleted during an import", 2, scripts(&[&[import(0, 10)], &[post(1, 1), delete_everything(1)]])),
        ("a submission", 2, scripts(&[&[post(0, 1), edit(0, 1, 2)], &[take_submission(1, 2), say_it_was_sent(1)]])),
    ]
}

/// What readers do while a page moves: the first tab is at its earlier address, until it is reloaded.
fn stories_of_moving() -> Vec<(&'static str, u8, Scripts)> {
    vec![
        ("typed, left and posted after the move", 1, scripts(&[&[types(0, 1), Step::Leave(0), reload(0), post(0, 2)]])),
        ("an edit where its comment is kept", 2, scripts(&[&[post(0, 1)], &[post(1, 2), edit(1, 1, 3)]])),
        ("an edit after the move", 1, scripts(&[&[post(0, 1), reload(0), edit(0, 1, 2), delete(0, 2), undo(0, 2)]])),
        ("an erasure where its comment is kept", 2, scripts(&[&[post(0, 1)], &[delete(1, 1), erase(1, 1)]])),
        ("all is deleted at both addresses", 2, scripts(&[&[post(0, 1)], &[post(1, 2), delete_everything(1)]])),
        ("an import there, undone", 2, scripts(&[&[post(0, 1)], &[import_there(1, 10), undo_import(1, 10)]])),
        (
            "an import there, undone there",
            2,
            scripts(&[&[import_there(1, 10), open_panel(1), open_panel(0), undo_import(0, 10)]]),
        ),
        (
            "an import there after all was deleted",
            2,
            scripts(&[&[delete_everything(0)], &[import_there(1, 9), undo_import(1, 9)]]),
        ),
        (
            "a submission about a comment kept there",
            2,
            scripts(&[&[post(0, 1)], &[take_submission(1, 1), say_it_was_sent(1)]]),
        ),
    ]
}

/// How much space there is where a browser is nearly full, in UTF-16 units, for the program: it leaves 256 Ki of it alone.
const LITTLE_SPACE: usize = (256 << 10) + 420;

/// The kinds of browser: an ordinary one, one without a mirror, one that is read in slices, one that has so little space.
fn browsers(room: usize) -> [(&'static str, Settings); 4] {
    let usual = Settings::default();
    [
        ("", usual),
        (", without a mirror", Settings { mirror: false, ..usual }),
        (", read in slices", Settings { slice: 1, ..usual }),
        (", nearly full", Settings { quota: room, ..usual }),
    ]
}

fn scenario<P: Program>(setup: P::Setup, settings: Settings, tabs: u8, scripts: Scripts, ticks: u32) -> Scenario<P> {
    let mut scenario = Scenario::new(setup, tabs, &[]);
    scenario.settings = settings;
    scenario.scripts = scripts;
    scenario.ticks = ticks;
    scenario
}

/// All stories, with so many timers.
pub fn widgets(ticks: u32) -> Vec<Named<Widget>> {
    let mut all = short(ticks);
    all.extend(long(ticks));
    all
}

/// Every story of writing in one place, in every kind of browser.
pub fn short(ticks: u32) -> Vec<Named<Widget>> {
    written(ticks, LITTLE_SPACE, |number| Setup {
        one_author: number % 2 == 1,
        published: number % 3 == 1,
        earlier: 0,
        late: number % 5 > 2,
    })
}

/// The same for any program, each with the set-up that its number stands for; one kind of browser has only this space, in UTF-16
/// units.
pub fn written<P: Program>(ticks: u32, room: usize, setup: impl Fn(usize) -> P::Setup) -> Vec<Named<P>> {
    let mut all = Vec::new();
    for (kind, settings) in browsers(room) {
        for (name, tabs, scripts) in stories() {
            let setup = setup(all.len());
            all.push((format!("{name}{kind}"), scenario(setup, settings, tabs, scripts, ticks)));
        }
    }
    all
}

/// Every story of files and of moving, in the ordinary browser and in one more: they take three times as many steps.
pub fn long(ticks: u32) -> Vec<Named<Widget>> {
    let mut all = Vec::new();
    let moving = stories_of_moving().into_iter().map(|story| (1, story));
    let stories = stories_of_files().into_iter().map(|story| (0, story)).chain(moving);
    for (number, (earlier, (name, tabs, scripts))) in stories.enumerate() {
        let [usual, others @ ..] = browsers(LITTLE_SPACE);
        let setup = Setup { one_author: number % 2 == 1, published: number % 3 == 1, earlier, late: number % 5 > 2 };
        for (kind, settings) in [usual, others[number % others.len()]] {
            all.push((format!("{name}{kind}"), scenario(setup, settings, tabs, scripts.clone(), ticks)));
        }
    }
    all
}

/// The stories in which tabs of a later version take part: what those write with an even number, this version cannot read.
pub fn versions(ticks: u32) -> Vec<Named<Mixed>> {
    let stories = [
        ("a later version posts", 2, scripts(&[&[post(0, 2)], &[post(1, 1)]])),
        (
            "a later version posts and is reloaded",
            2,
            scripts(&[&[post(0, 2), reload(0)], &[Step::Look(1), post(1, 1)]]),
        ),
        (
            "an erasure beside what is not understood",
            2,
            scripts(&[&[post(0, 2)], &[post(1, 1), delete(1, 1), erase(1, 1)]]),
        ),
        (
            "a script clears what is not understood",
            2,
            scripts(&[&[post(0, 2), post(0, 3)], &[Step::Clear(1), Step::Look(1)]]),
        ),
        ("two later versions and this one", 3, scripts(&[&[post(0, 2)], &[post(1, 1)], &[post(2, 4)]])),
        (
            "this version closes first",
            2,
            scripts(&[&[post(0, 2), edit(0, 1, 3)], &[post(1, 1), Step::Close(1, Waiting::Aborted)]]),
        ),
    ];
    let mut all = Vec::new();
    for writes in [Newer::Kind, Newer::Envelope] {
        for (name, tabs, scripts) in &stories {
            let scenario = scenario(writes, Settings::default(), *tabs, scripts.clone(), ticks);
            all.push((format!("{name} ({writes:?})"), scenario));
        }
    }
    all
}

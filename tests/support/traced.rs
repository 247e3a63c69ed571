//! What the pages of a test ask for, written into a file as it comes, where the environment variable `TRACES` names a folder: one file
//! for each test that makes a page, whether its author thinks of it or not. `tests/trace/README.md` says what it is for.

use std::cell::RefCell;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use article_widget::widget::Effect;
use article_widget_trace::effect_line::lines;

/// The variable that names the folder.
pub(crate) const VARIABLE: &str = "TRACES";

/// The folder of this test program within that which is named: others have tests of the same name.
static FOLDER: LazyLock<Option<PathBuf>> =
    LazyLock::new(|| std::env::var_os(VARIABLE).map(|folder| within(folder.as_ref())));

/// What is known of one test, which is a thread of its own.
#[derive(Default)]
struct Test {
    /// How many pages it has made.
    pages: u32,
    /// Where its trace goes, once there is one.
    file: Option<File>,
}

thread_local! {
    static TEST: RefCell<Test> = RefCell::default();
}

/// The folder of this test program in a folder of traces.
pub(crate) fn within(folder: &Path) -> PathBuf {
    folder.join(env!("CARGO_CRATE_NAME"))
}

/// A number for a page that is being made: they are counted from 1 in each test.
pub(super) fn next_page() -> u32 {
    TEST.with_borrow_mut(|test| {
        test.pages += 1;
        test.pages
    })
}

/// Writes down what a page asks for after one `Msg`.
pub(super) fn note(page: u32, effects: &[Effect]) {
    let Some(folder) = FOLDER.as_deref() else { return };
    TEST.with_borrow_mut(|test| {
        let file = test.file.get_or_insert_with(|| created(folder).unwrap());
        file.write_all(lines(&format!("page {page}"), effects).as_bytes()).unwrap();
    });
}

/// The file of the test that runs in this thread: its name, with dots in the place of the colons that not every disk takes.
fn created(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    let thread = std::thread::current();
    File::create(folder.join(format!("{}.txt", thread.name().unwrap_or("nameless").replace("::", "."))))
}

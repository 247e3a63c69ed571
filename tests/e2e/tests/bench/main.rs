//! How long a thread takes to appear and a comment to be posted, against plain HTML, small scripts and other widgets: `cargo xtask bench`.

mod articles;
mod host_page;
mod packed;
mod peers {
    mod artalk;
    mod isso;
    mod waline;

    pub(crate) use artalk::artalk;
    pub(crate) use isso::Isso;
    pub(crate) use waline::waline;
}
mod place;
mod plan;
mod rounds;
mod subject;
mod thread;
mod typing;
mod visit;

use article_widget_e2e::Engine;
use article_widget_e2e::environment::Environment;
use plan::Plan;

#[test]
fn a_thread_appears_in_a_known_multiple_of_plain_htmls_time() {
    let Some(plan) = Plan::read() else {
        println!("not measured: `cargo xtask bench` says in E2E_BENCH what is to be measured");
        return;
    };
    assert_eq!(Environment::read().engine, Engine::Chromium, "only Chromium measures what is measured here");
    rounds::run(&plan);
}

#[test]
fn no_key_waits_in_a_long_text() {
    if is_asked("E2E_TYPING", "--typing", "only Chromium takes keys as they are sent here") {
        typing::measure();
    }
}

#[test]
fn the_page_is_free_while_a_megabyte_is_read() {
    if is_asked("E2E_ARTICLES", "--articles", "only Chromium tells of long tasks") {
        articles::measure();
    }
}

/// Whether `cargo xtask bench` asks for a measurement of its own, by a variable that an option sets.
#[track_caller]
fn is_asked(variable: &str, option: &str, why_chromium: &str) -> bool {
    if std::env::var_os(variable).is_none() {
        println!("not measured: `cargo xtask bench {option}` asks for it by {variable}");
        return false;
    }
    assert_eq!(Environment::read().engine, Engine::Chromium, "{why_chromium}");
    true
}

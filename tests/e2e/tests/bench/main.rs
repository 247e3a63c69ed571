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
    if std::env::var_os("E2E_TYPING").is_none() {
        println!("not measured: `cargo xtask bench --typing` asks for it by E2E_TYPING");
        return;
    }
    assert_eq!(Environment::read().engine, Engine::Chromium, "only Chromium takes keys as they are sent here");
    typing::measure();
}

#[test]
fn the_page_is_free_while_a_megabyte_is_read() {
    if std::env::var_os("E2E_ARTICLES").is_none() {
        println!("not measured: `cargo xtask bench --articles` asks for it by E2E_ARTICLES");
        return;
    }
    assert_eq!(Environment::read().engine, Engine::Chromium, "only Chromium tells of long tasks");
    articles::measure();
}

//! The command behind `cargo xtask thread`.

use std::process::ExitCode;

use article_widget_thread::run::run;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = run(&words);
    print!("{}", done.said);
    if let Some(error) = done.error {
        eprintln!("thread merge: {error}");
    }
    ExitCode::from(done.code)
}

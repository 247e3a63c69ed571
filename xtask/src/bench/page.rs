//! The page of the documentation that says what was measured, and its picture.

use super::visits::Run;
use super::{bars, chart, figures};
use anyhow::{Context, Result};
use std::fmt::Write as _;
use std::path::Path;

const PAGE: &str = "benchmarks.md";
const PICTURE: &str = "benchmarks.svg";

/// Writes both into the folder.
pub(super) fn write(run: &Run, docs: &Path) -> Result<()> {
    for (name, text) in [(PAGE, markdown(run)), (PICTURE, chart::svg(run))] {
        let path = docs.join(name);
        std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        println!("Wrote {}", path.display());
    }
    Ok(())
}

fn markdown(run: &Run) -> String {
    let about = &run.about;
    let date = about.date.split('T').next().unwrap_or_default();
    let mut page = format!(
        "# Benchmarks\n\nWritten by `cargo xtask bench --peers --write` on {date}: {}, {} cores, repetitions: {}, all pages in turn.\n\n{BEFORE}\n## Where the widget is to get\n\n",
        about.browser, about.cores, about.repetitions
    );
    page.push_str("| what | bar | reached | met |\n|---|---|---|---|\n");
    for bar in bars::of(run) {
        let _infallible = writeln!(page, "| {} | {} | {} | {} |", bar.what, bar.bar, bar.figure(), bar.verdict());
    }
    page.push_str("\nOf more than two figures the one that is farthest from its limit is told. Ratios are the middle of the ratios of each round.\n");
    for table in figures::of(run) {
        let _infallible = write!(page, "\n## {}\n\n", table.heading);
        for (number, row) in table.rows.iter().enumerate() {
            let _infallible = writeln!(page, "| {} |", row.join(" | "));
            if number == 0 {
                let rule: Vec<&str> = (0..row.len()).map(|column| if column == 0 { "---" } else { "--:" }).collect();
                let _infallible = writeln!(page, "|{}|", rule.join("|"));
            }
        }
    }
    page
}

/// What stands above the tables, in every run the same.
const BEFORE: &str = "\
![Lines over the number of comments: how long plain HTML, small scripts, this widget and three others take until the rows in view are drawn.](benchmarks.svg)

Each page has the same short article and below it the same thread, without replies; each subject shows it as its own documents say to.

- **plain HTML**: the rows stand in the page. **minimal JavaScript**: `tests/e2e/tests/bench/page/minimal.js` makes the same rows and
  a form of what `localStorage` has, or of a file that it fetches; **with content-visibility**: its rows have
  `content-visibility: auto`.
- **this widget** with a thread that the reader's browser keeps (*stored*), or with a [published file](publishing.md).
- **Isso** with its own server; **Artalk** and **Waline** with servers of the bench that answer their clients. All show the whole
  thread on one page, and nothing comes from another origin.

| word | what it is |
|---|---|
| drawn | from navigation to the frame in which every row in view is painted and does not change any more, the count is right, and the form takes keys |
| all | the same for the last row that the document will hold |
| TBT | what tasks take beyond 50 ms each, from navigation until the page has come to rest |
| post | from the press of the button to the frame in which the new row is painted |
| memory | what the page's scripts hold after the garbage is gone, and the memory of the WebAssembly module |
| nodes | of the document and of shadow roots |
| KB | 1,024 bytes, packed with brotli: files at its best level, answers of servers at level 5 |
| slow 4G | Lighthouse's: 150 ms for each request, 1,638.4 kbit/s down; the first visit with an empty cache. Files are kept as [Deploying](deploying.md) says |

Times are medians of the repetitions, with the least and the greatest. In all other tables than that of slow 4G the browser has been on
the page before.
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_says_when_and_where_and_has_a_row_for_each_bar() {
        let text = "{\"date\":\"2026-11-29T02:00:00Z\",\"browser\":\"Chromium 156\",\"cores\":2,\"repetitions\":5}\n\
            {\"subject\":\"plain\",\"size\":10,\"cpu\":4,\"visit\":\"known\",\"drawn\":12}\n";
        let run = Run::parse(text).unwrap();
        let page = markdown(&run);
        assert!(page.contains("on 2026-11-29: Chromium 156, 2 cores, repetitions: 5"), "{page}");
        assert_eq!(page.matches("not measured").count(), bars::of(&run).len());
        assert!(page.contains("## Processor at 1/4 of its speed\n\n|  | N |"), "{page}");
        assert!(page.contains("| plain HTML | 10 | 12 (12–12) |"), "{page}");
    }
}

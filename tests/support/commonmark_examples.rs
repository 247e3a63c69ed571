//! The examples of CommonMark and of extensions, as their pages have them.

/// One example.
pub(crate) struct Example {
    /// Which of its page it is, from 1.
    pub(crate) number: usize,
    /// The text.
    pub(crate) markdown: String,
    /// What it is to become.
    pub(crate) html: String,
}

/// A fence of 32 signs, the text, a point, the HTML, a fence; `→` is a tab.
pub(crate) fn examples(page: &str) -> Vec<Example> {
    let fence = "`".repeat(32);
    let page = page.replace('→', "\t");
    let (begin, end) = (format!("{fence} example"), format!("\n{fence}"));
    page.split(&begin)
        .skip(1)
        .zip(1..)
        .filter_map(|(part, number)| {
            let body = part.split_once('\n')?.1;
            let body = body.split(&end).next()?;
            let (markdown, html) = match body.strip_prefix(".\n") {
                Some(html) => ("", html),
                None => body.split_once("\n.\n").or_else(|| body.strip_suffix("\n.").map(|text| (text, "")))?,
            };
            Some(Example { number, markdown: format!("{markdown}\n"), html: html.to_owned() })
        })
        .collect()
}

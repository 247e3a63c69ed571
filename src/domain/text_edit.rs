//! What a press of a tool, or of a key, makes of a text that is being formatted.

use super::link_policy;

/// A text that is being written, and what is selected in it, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Selected<'a> {
    /// The whole text.
    pub text: &'a str,
    /// Where the selection begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
}

/// A change of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// From where text is replaced, in bytes.
    pub from: usize,
    /// To where.
    pub to: usize,
    /// By what.
    pub text: String,
    /// What is selected in this text then.
    pub selected: (usize, usize),
}

/// A tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Makes what is selected bold, or no more.
    Bold,
    /// Makes it italic, or no more.
    Italic,
    /// Makes it the text of a link.
    Link,
    /// Makes it code.
    Code,
    /// Makes its lines a quote, or no more.
    Quote,
    /// Makes its lines a list, or no more.
    List,
}

impl<'a> Selected<'a> {
    /// What the tool makes of it.
    pub fn by(self, tool: Tool) -> Edit {
        match tool {
            Tool::Bold => self.in_signs("**"),
            Tool::Italic => self.in_signs("_"),
            Tool::Code if self.selection().contains('\n') => self.fenced(),
            Tool::Code => self.in_signs("`"),
            Tool::Link => self.link(),
            Tool::Quote => self.lines_with("> "),
            Tool::List => self.lines_with("- "),
        }
    }

    /// What pressing Enter makes of it, if it stands in a list or a quote: the next line begins likewise, and after an empty item
    /// the list is at its end.
    pub fn on_enter(self) -> Option<Edit> {
        if self.from != self.to {
            return None;
        }
        let line = self.before().rsplit('\n').next().unwrap_or_default();
        let begin = Beginning::of(line)?;
        let rest = line.get(begin.length..)?;
        if rest.trim().is_empty() {
            let after = self.after();
            let is_last = after.is_empty() || after.starts_with('\n');
            return is_last.then(|| Edit {
                from: self.from - line.len(),
                to: self.to,
                text: String::new(),
                selected: (0, 0),
            });
        }
        Some(typed(self.from, self.to, format!("\n{}", begin.next)))
    }

    /// What pasting a text makes of it: an address becomes the target of a link whose text is selected.
    pub fn on_paste(self, pasted: &str) -> Option<Edit> {
        let address = pasted.trim();
        let selection = self.selection();
        let is_address = |text: &str| {
            !text.contains(char::is_whitespace)
                && link_policy::written(text).is_ok_and(|link| !link.as_str().starts_with("mailto:"))
        };
        if selection.trim().is_empty()
            || selection.contains('\n')
            || !is_address(address)
            || is_address(selection.trim())
        {
            return None;
        }
        let address = if address.contains(['(', ')']) { format!("<{address}>") } else { address.to_owned() };
        Some(typed(self.from, self.to, format!("[{selection}]({address})")))
    }

    fn before(self) -> &'a str {
        self.text.get(..self.from).unwrap_or_default()
    }

    fn selection(self) -> &'a str {
        self.text.get(self.from..self.to).unwrap_or_default()
    }

    fn after(self) -> &'a str {
        self.text.get(self.to..).unwrap_or_default()
    }

    /// Puts signs around the selection, or takes them away. White space at its ends stays outside.
    fn in_signs(self, signs: &str) -> Edit {
        let selection = self.selection();
        let inner = selection.trim();
        let from = self.from + (selection.len() - selection.trim_start().len());
        let (from, to) = if inner.is_empty() { (self.from, self.to) } else { (from, from + inner.len()) };
        let here = Self { from, to, ..self };
        let bare = inner.strip_prefix(signs).and_then(|rest| rest.strip_suffix(signs));
        if let Some(bare) = bare.filter(|bare| !bare.is_empty()) {
            return Edit { from, to, text: bare.to_owned(), selected: (0, bare.len()) };
        }
        if here.before().ends_with(signs) && here.after().starts_with(signs) {
            return Edit {
                from: from - signs.len(),
                to: to + signs.len(),
                text: inner.to_owned(),
                selected: (0, inner.len()),
            };
        }
        let text = format!("{signs}{inner}{signs}");
        Edit { from, to, text, selected: (signs.len(), signs.len() + inner.len()) }
    }

    fn link(self) -> Edit {
        let (selection, protocol) = (self.selection(), "https://");
        let (from, to) = (self.from, self.to);
        if link_policy::written(selection).is_ok() && !selection.contains(char::is_whitespace) {
            return Edit { from, to, text: format!("[]({selection})"), selected: (1, 1) };
        }
        let text = format!("[{selection}]({protocol})");
        let target = selection.len() + 3;
        let selected = if selection.is_empty() { (1, 1) } else { (target, target + protocol.len()) };
        Edit { from, to, text, selected }
    }

    /// Puts fences around the lines that are selected.
    fn fenced(self) -> Edit {
        let here = self.whole_lines();
        let code = here.selection();
        let fence = "`".repeat(longest_run(code).max(2) + 1);
        let text = format!("{fence}\n{code}\n{fence}");
        Edit { from: here.from, to: here.to, selected: (fence.len() + 1, fence.len() + 1 + code.len()), text }
    }

    /// Puts a sign before each line that is selected, or takes it away where each has it.
    fn lines_with(self, sign: &str) -> Edit {
        let here = self.whole_lines();
        let lines = here.selection();
        let have_it = !lines.is_empty() && lines.split('\n').all(|line| line.starts_with(sign));
        let line = |line: &str| {
            if have_it { line.get(sign.len()..).unwrap_or_default().to_owned() } else { format!("{sign}{line}") }
        };
        let text = lines.split('\n').map(line).collect::<Vec<_>>().join("\n");
        let selected = if self.from == self.to { (text.len(), text.len()) } else { (0, text.len()) };
        Edit { from: here.from, to: here.to, text, selected }
    }

    /// The lines in which the selection lies.
    fn whole_lines(self) -> Self {
        let from = self.before().rfind('\n').map_or(0, |end| end + 1);
        let to = self.after().find('\n').map_or(self.text.len(), |end| self.to + end);
        Self { from, to, ..self }
    }
}

/// A text that was typed in place of another.
fn typed(from: usize, to: usize, text: String) -> Edit {
    let end = text.len();
    Edit { from, to, text, selected: (end, end) }
}

fn longest_run(code: &str) -> usize {
    code.split(|each| each != '`').map(str::len).max().unwrap_or_default()
}

/// How a line of a list or of a quote begins.
struct Beginning {
    length: usize,
    /// How the next line begins.
    next: String,
}

impl Beginning {
    fn of(line: &str) -> Option<Self> {
        let mut next = String::new();
        let mut rest = line;
        loop {
            let bare = rest.trim_start_matches([' ', '\t']);
            next.push_str(rest.get(..rest.len() - bare.len())?);
            rest = bare;
            match bare.strip_prefix('>') {
                Some(after) => {
                    next.push('>');
                    rest = after;
                }
                None => break,
            }
        }
        let is_quote = next.contains('>');
        let digits = rest.len() - rest.trim_start_matches(|each: char| each.is_ascii_digit()).len();
        let (number, after) = rest.split_at_checked(digits)?;
        let item = match number.parse::<u32>() {
            Ok(number) => after
                .strip_prefix(". ")
                .map(|rest| (format!("{}. ", number.saturating_add(1)), rest))
                .or_else(|| after.strip_prefix(") ").map(|rest| (format!("{}) ", number.saturating_add(1)), rest))),
            Err(_) => ["- ", "* ", "+ "].iter().find_map(|sign| Some(((*sign).to_owned(), rest.strip_prefix(sign)?))),
        };
        let is_item = item.is_some();
        if let Some((sign, after)) = item {
            next.push_str(&sign);
            rest = after;
            let task = ["[ ] ", "[x] ", "[X] "].iter().find_map(|box_| rest.strip_prefix(box_));
            if let Some(after) = task {
                next.push_str("[ ] ");
                rest = after;
            }
        }
        if is_quote && !is_item && !next.ends_with(' ') {
            next.push(' ');
        }
        (is_quote || is_item).then(|| Self { length: line.len() - rest.len(), next })
    }
}

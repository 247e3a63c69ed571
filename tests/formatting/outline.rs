//! A formatted text in one line for each block, made from what the widget draws and from HTML, to be compared.

use article_widget::domain::formatted::{Alignment, Block, Cell, Inline};
use article_widget::domain::markup::Markup;

/// The outline of what the widget makes of a text.
pub(crate) fn of_blocks(blocks: &[Block]) -> String {
    blocks.iter().map(of_block).collect()
}

fn of_block(block: &Block) -> String {
    match block {
        Block::Paragraph(content) => format!("<p>{}</p>\n", of_inlines(content)),
        Block::Lines(content) => format!("{}\n", of_inlines(content)),
        Block::Heading(content) => format!("<h>{}</h>\n", of_inlines(content)),
        Block::Quote(content) => format!("<blockquote>\n{}</blockquote>\n", of_blocks(content)),
        Block::List { start, items } => {
            let items: String = items
                .iter()
                .map(|item| {
                    let mark = item.task.map_or("", |is_done| if is_done { "[x] " } else { "[ ] " });
                    format!("<li>{mark}\n{}</li>\n", of_blocks(&item.content))
                })
                .collect();
            let tag = start.map_or("ul".to_owned(), |start| format!("ol {start}"));
            format!("<{tag}>\n{items}</list>\n")
        }
        Block::Code { language, text } => format!("<pre {language}>{text}</pre>\n"),
        Block::Table { columns, head, rows } => {
            let row = |cells: &Vec<Cell>| {
                let cells = cells.iter().map(|cell| format!("|{}", of_inlines(cell))).collect::<String>();
                format!("{}\n", cells.trim_end_matches('|'))
            };
            let columns: String = columns.iter().map(of_alignment).collect();
            format!("<table {columns}>\n{}{}</table>\n", row(head), rows.iter().map(row).collect::<String>())
        }
        Block::Rule => "<hr>\n".to_owned(),
    }
}

fn of_alignment(column: &Alignment) -> char {
    match column {
        Alignment::Natural => '-',
        Alignment::Left => '<',
        Alignment::Center => '^',
        Alignment::Right => '>',
    }
}

fn of_inlines(content: &[Inline]) -> String {
    content.iter().map(of_inline).collect()
}

fn of_inline(inline: &Inline) -> String {
    match inline {
        Inline::Text(text) => text.clone(),
        Inline::Break => "<br>".to_owned(),
        Inline::Strong(content) => format!("<strong>{}</strong>", of_inlines(content)),
        Inline::Emphasis(content) => format!("<em>{}</em>", of_inlines(content)),
        Inline::Strike(content) => format!("<del>{}</del>", of_inlines(content)),
        Inline::Code(code) => format!("<code>{code}</code>"),
        Inline::Link { to, content, .. } => format!("<a {}>{}</a>", address(to.as_str()), of_inlines(content)),
        Inline::Spoiler(content) => format!("<spoiler>{}</spoiler>", of_inlines(content)),
    }
}

/// An address as browsers write it: the reference escapes what may stand in one as it is.
fn address(written: &str) -> String {
    let written = url::Url::parse(written).map_or_else(|_| written.to_owned(), String::from);
    written.replace("%5B", "[").replace("%5D", "]")
}

/// The outline of HTML, in which a line end is a line end.
pub(crate) fn of_html(markup: &Markup) -> String {
    content(markup.children())
}

const BLOCKS: [&str; 14] =
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "pre", "table", "hr", "li"];

fn content(children: &[Markup]) -> String {
    let (mut out, mut line) = (String::new(), String::new());
    for child in children {
        if BLOCKS.contains(&child.tag()) {
            end(&mut line, &mut out);
            out.push_str(&block(child));
        } else {
            line.push_str(&inline(child));
        }
    }
    end(&mut line, &mut out);
    out
}

/// Ends a line of text that stands by itself.
fn end(line: &mut String, out: &mut String) {
    let text = lines(line);
    if !text.is_empty() {
        out.push_str(&text);
        out.push('\n');
    }
    line.clear();
}

fn lines(text: &str) -> String {
    let text = text.replace("<br>\n", "<br>");
    text.trim_matches('\n').replace('\n', "<br>")
}

fn block(markup: &Markup) -> String {
    let inlines = || lines(&markup.children().iter().map(inline).collect::<String>());
    match markup.tag() {
        "p" => format!("<p>{}</p>\n", inlines()),
        "blockquote" => format!("<blockquote>\n{}</blockquote>\n", content(markup.children())),
        "ul" => format!("<ul>\n{}</list>\n", content(markup.children())),
        "ol" => format!("<ol {}>\n{}</list>\n", markup.attribute("start").unwrap_or("1"), content(markup.children())),
        "li" => {
            let box_ = markup.children().iter().find(|child| child.tag() == "input");
            let mark = box_.map_or("", |it| if it.attribute("checked").is_some() { "[x] " } else { "[ ] " });
            let text = content(markup.children());
            format!("<li>{mark}\n{}</li>\n", if mark.is_empty() { &text } else { text.trim_start_matches(' ') })
        }
        "pre" => {
            let code = markup.children().first();
            let class = code.and_then(|code| code.attribute("class")).unwrap_or_default();
            let text = markup.text_of_code();
            format!(
                "<pre {}>{}</pre>\n",
                class.trim_start_matches("language-"),
                text.strip_suffix('\n').unwrap_or(&text)
            )
        }
        "hr" => "<hr>\n".to_owned(),
        "table" => table(markup),
        _ => format!("<h>{}</h>\n", inlines()),
    }
}

fn table(markup: &Markup) -> String {
    let (mut columns, mut rows) = (String::new(), String::new());
    markup.walk(&mut |found| {
        if found.tag() == "th" {
            columns.push(match found.attribute("align") {
                Some("left") => '<',
                Some("center") => '^',
                Some("right") => '>',
                _ => '-',
            });
        }
        if found.tag() == "tr" {
            let cells = found.children().iter().filter(|cell| matches!(cell.tag(), "td" | "th"));
            let row: String =
                cells.map(|cell| format!("|{}", cell.children().iter().map(inline).collect::<String>())).collect();
            rows.push_str(row.trim_end_matches('|'));
            rows.push('\n');
        }
    });
    format!("<table {columns}>\n{rows}</table>\n")
}

fn inline(markup: &Markup) -> String {
    let inner = || markup.children().iter().map(inline).collect::<String>();
    match markup {
        Markup::Text(text) => text.clone(),
        Markup::Element { .. } => match markup.tag() {
            "br" => "<br>".to_owned(),
            "input" => String::new(),
            "a" => format!("<a {}>{}</a>", address(markup.attribute("href").unwrap_or_default()), inner()),
            "strong" | "em" | "del" => format!("<{0}>{1}</{0}>", markup.tag(), inner()),
            "code" => format!("<code>{}</code>", markup.text_of_code()),
            other => panic!("{other} is of no supported construct"),
        },
    }
}

/// The characters of code, all of them.
trait TextOfCode {
    fn text_of_code(&self) -> String;
}

impl TextOfCode for Markup {
    fn text_of_code(&self) -> String {
        match self {
            Markup::Text(text) => text.clone(),
            Markup::Element { children, .. } => children.iter().map(Self::text_of_code).collect(),
        }
    }
}

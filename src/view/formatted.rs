//! A formatted text, drawn: of each element of the list one of HTML, and nothing else.

use yew::prelude::*;

use super::code_block::CodeBlock;
use super::messages::formatting as text;
use super::spoiler::Spoiler;
use super::stacked::stacked;
use crate::domain::formatted::{Alignment, Block, Cell, Inline, Item};
use crate::domain::messages::Messages;
use crate::reader::formatting;

/// Draws a text. Each block finds its own direction.
pub(super) fn formatted(text: &str, messages: &Messages) -> Html {
    formatting::blocks(text).iter().map(|it| block(it, messages)).collect()
}

/// Draws a block, which finds its own direction.
pub(super) fn block(block: &Block, messages: &Messages) -> Html {
    drawn(block, Some("auto"), messages)
}

/// What stands in a block has its direction, for what finds its own is not looked at: then the line beside a quote would be on the wrong
/// side.
fn drawn(block: &Block, dir: Option<&'static str>, messages: &Messages) -> Html {
    match block {
        Block::Paragraph(content) => html! { <p {dir}>{ inlines(content, messages) }</p> },
        Block::Lines(content) => inlines(content, messages),
        Block::Heading(content) => {
            html! { <p class="text-heading" {dir}><strong>{ inlines(content, messages) }</strong></p> }
        }
        Block::Quote(content) => html! { <blockquote {dir}>{ blocks(content, messages) }</blockquote> },
        Block::List { start: None, items } => {
            html! { <ul {dir}>{ for items.iter().map(|it| item(it, messages)) }</ul> }
        }
        Block::List { start: Some(first), items } => {
            let start = (*first != 1).then(|| first.to_string());
            html! { <ol {dir} {start}>{ for items.iter().map(|it| item(it, messages)) }</ol> }
        }
        Block::Code { language, text } => {
            html! { <CodeBlock language={language.clone()} text={text.clone()} messages={messages.clone()} /> }
        }
        Block::Table { columns, head, rows } => table(columns, head, rows, messages),
        Block::Rule => html! { <hr /> },
    }
}

fn blocks(content: &[Block], messages: &Messages) -> Html {
    content.iter().map(|it| drawn(it, None, messages)).collect()
}

fn item(item: &Item, messages: &Messages) -> Html {
    let mark = item.task.map(|is_done| {
        let (sign, said) = if is_done { ("☑\u{fe0e}", text::TASK_DONE) } else { ("☐\u{fe0e}", text::TASK_OPEN) };
        html! { <><span class="task-mark" role="img" aria-label={said.say(messages)}>{ sign }</span>{ " " }</> }
    });
    let Item { content, .. } = item;
    // The mark stands in the line of the first words.
    let (first, rest) = match content.split_first() {
        Some((Block::Paragraph(words), rest)) if item.task.is_some() => (Some(words), rest),
        _ => (None, content.as_slice()),
    };
    html! {
        <li class={mark.is_some().then_some("task")}>
            if let Some(words) = first {
                <p>{ mark.unwrap_or_default() }{ inlines(words, messages) }</p>
            } else {
                { mark.unwrap_or_default() }
            }
            { blocks(rest, messages) }
        </li>
    }
}

/// A table can be wider than the comment: it is scrolled by itself, by keyboard too.
fn table(columns: &[Alignment], head: &[Cell], rows: &[Vec<Cell>], messages: &Messages) -> Html {
    let class = |number: usize| match columns.get(number) {
        Some(Alignment::Left) => Some("left"),
        Some(Alignment::Center) => Some("center"),
        Some(Alignment::Right) => Some("right"),
        Some(Alignment::Natural) | None => None,
    };
    let heads = head.iter().enumerate().map(|(number, cell)| {
        html! { <th scope="col" dir="auto" class={class(number)}>{ inlines(cell, messages) }</th> }
    });
    let row = |row: &Vec<Cell>| {
        let cells = row.iter().enumerate().map(|(number, cell)| {
            html! { <td dir="auto" class={class(number)}>{ inlines(cell, messages) }</td> }
        });
        html! { <tr>{ for cells }</tr> }
    };
    html! {
        <div class="table" tabindex="0" role="group">
            <table>
                <thead><tr>{ for heads }</tr></thead>
                if !rows.is_empty() {
                    <tbody>{ for rows.iter().map(row) }</tbody>
                }
            </table>
        </div>
    }
}

fn inlines(content: &[Inline], messages: &Messages) -> Html {
    content.iter().map(|it| inline(it, messages)).collect()
}

fn inline(inline: &Inline, messages: &Messages) -> Html {
    match inline {
        Inline::Text(words) => stacked(words),
        Inline::Break => html! { <br /> },
        Inline::Strong(content) => html! { <strong>{ inlines(content, messages) }</strong> },
        Inline::Emphasis(content) => html! { <em>{ inlines(content, messages) }</em> },
        Inline::Strike(content) => html! { <del>{ inlines(content, messages) }</del> },
        Inline::Code(code) => html! { <code dir="auto">{ stacked(code) }</code> },
        Inline::Link { to, host, content } => html! {
            <>
                <a href={to.as_str().to_owned()} rel="nofollow ugc noopener noreferrer" target="_blank"><bdi>{ inlines(content, messages) }</bdi></a>
                if let Some(host) = host {
                    { " " }<span class="real-host"><bdi dir="ltr">{ format!("({host})") }</bdi></span>
                }
            </>
        },
        Inline::Spoiler(content) => {
            html! { <Spoiler messages={messages.clone()}>{ inlines(content, messages) }</Spoiler> }
        }
    }
}

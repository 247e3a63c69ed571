//! A comment's text, drawn: paragraphs, line breaks, links. Everything else is text.

use yew::prelude::*;

use super::stacked::stacked;
use crate::domain::body::Body;
use crate::domain::prose::{Paragraph, Span, paragraphs};

/// Draws a text. Each paragraph finds its own direction.
pub fn body_text(body: &Body) -> Html {
    paragraphs(body.as_str()).iter().map(paragraph).collect()
}

fn paragraph(paragraph: &Paragraph) -> Html {
    let lines = paragraph.lines.iter().enumerate().map(|(number, line)| {
        html! { <>if number > 0 { <br /> }{ for line.iter().map(span) }</> }
    });
    html! { <p dir="auto">{ for lines }</p> }
}

fn span(span: &Span) -> Html {
    match span {
        Span::Text(text) => stacked(text),
        Span::Link { to, text } => html! {
            <a href={to.as_str().to_owned()} rel="nofollow ugc noopener noreferrer" target="_blank"><bdi>{ text }</bdi></a>
        },
    }
}

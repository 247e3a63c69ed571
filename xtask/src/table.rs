//! Plain text tables for the terminal.

/// How a column lines up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Rows as lines with the columns lined up; two spaces between columns, none at the end of a line.
pub(crate) fn lines(align: &[Align], rows: &[Vec<String>]) -> Vec<String> {
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..align.len()).map(width).collect();
    rows.iter()
        .map(|row| {
            let cells: Vec<String> = row
                .iter()
                .zip(align.iter().zip(&widths))
                .map(|(cell, (align, width))| padded(cell, *align, *width))
                .collect();
            cells.join("  ").trim_end().to_owned()
        })
        .collect()
}

fn padded(cell: &str, align: Align, width: usize) -> String {
    match align {
        Align::Left => format!("{cell:<width$}"),
        Align::Right => format!("{cell:>width$}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_left_and_numbers_right() {
        let rows = [
            vec!["file".into(), "bytes".into()],
            vec!["a.js".into(), "7".into()],
            vec!["index.html".into(), "12".into()],
        ];
        assert_eq!(
            lines(&[Align::Left, Align::Right], &rows),
            ["file        bytes", "a.js            7", "index.html     12"]
        );
    }
}

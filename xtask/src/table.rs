//! Plain tables for the terminal: no lines, two spaces between columns.

use comfy_table::{CellAlignment, Table, presets};

/// How a column lines up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Rows as lines with the columns lined up, without spaces at the end of a line.
pub(crate) fn lines(align: &[Align], rows: &[Vec<String>]) -> Vec<String> {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).add_rows(rows);
    for (column, align) in table.column_iter_mut().zip(align) {
        column.set_padding((0, 2));
        column.set_cell_alignment(match align {
            Align::Left => CellAlignment::Left,
            Align::Right => CellAlignment::Right,
        });
    }
    table.lines().map(|line| line.trim_end().to_owned()).collect()
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

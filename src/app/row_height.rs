//! How high the rows of a list are.

/// How high a row is on average, in CSS pixels, as long as nothing was measured. `styles/comment.css` has the same for rows that the
/// browser has not laid out.
const ROW_HEIGHT: u32 = 112;

/// How high a row is on average, in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowHeight(pub(super) u32);

impl Default for RowHeight {
    fn default() -> Self {
        Self(ROW_HEIGHT)
    }
}

impl RowHeight {
    /// Takes what was measured; 0 if nothing was. Whether it is so different that places have to be drawn anew.
    pub(super) fn measured(&mut self, height: u32) -> bool {
        let is_other = height > 0 && height.abs_diff(self.0) > self.0 / 16;
        if is_other {
            self.0 = height;
        }
        is_other
    }
}

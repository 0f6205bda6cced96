//! What to do next, step by step.

use crate::content::text::ui::plan;
use crate::ui::book::Book;
use crate::ui::element::El;
use crate::ui::parts::heading;

/// The screen.
pub fn screen(_: Book) -> Vec<El> {
    vec![heading(plan::TITLE)]
}

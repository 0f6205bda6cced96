//! The summary as a code that a clinic's scanner reads.

use crate::content::text::ui::report;
use crate::ui::book::Book;
use crate::ui::element::El;
use crate::ui::parts::heading;

/// The screen.
pub fn screen(_: Book) -> Vec<El> {
    vec![heading(report::CODE)]
}

//! The file as the settings page writes it.
//!
//! Only what the clinic says is in it, so that a later default holds where it says nothing.

use super::Clinic;
use super::draft::Draft;

/// The file. Read again it says the same.
pub fn write(clinic: &Clinic) -> String {
    Draft::of(clinic).print()
}

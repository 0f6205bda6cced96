//! What a file is called: the day and a plain word. It may lie in a shared folder, so nothing in it tells of health.

use crate::date::Date;

/// A way out that is a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Out {
    /// The reminders of a calendar, one an evening.
    Calendar,
    /// One reminder of a calendar.
    Reminder,
    /// The bundle for a medical record.
    Record,
    /// The page for the doctor, as text.
    Page,
}

impl Out {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Calendar, Self::Reminder, Self::Record, Self::Page];

    /// `2026-11-24-reminders.ics`.
    pub fn file_name(self, today: Date) -> String {
        let rest = match self {
            Self::Calendar => "-reminders.ics",
            Self::Reminder => "-reminder.ics",
            Self::Record => "-record.json",
            Self::Page => "-page.txt",
        };
        [&today.to_string(), rest].concat()
    }

    /// What it is, for a browser.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Calendar | Self::Reminder => "text/calendar;charset=utf-8",
            Self::Record => "application/fhir+json",
            Self::Page => "text/plain;charset=utf-8",
        }
    }
}

//! Reminders: what was typed is what a calendar is told, and what cannot be is asked again.

use super::{REMINDERS, open, says};
use crate::harness::axe::findings_in_all_themes;
use crate::harness::copies::{catch_files, file};
use crate::harness::page::Page;
use crate::harness::{PHONE, in_browser};
use serde_json::json;

/// A value in a calendar file, unfolded.
fn value<'a>(lines: &'a [(String, String)], name: &str) -> &'a str {
    lines.iter().find(|(n, _)| n == name).map_or_else(|| panic!("no {name}"), |(_, value)| value)
}

/// The lines of a calendar file, by the letter of RFC 5545.
fn lines(text: &str) -> Vec<(String, String)> {
    let body = text.strip_suffix("\r\n").expect("the last line ends too").replace("\r\n ", "");
    let split = |line: &str| line.split_once(':').map(|(name, value)| (name.to_owned(), value.to_owned()));
    body.split("\r\n").map(|line| split(line).unwrap_or_else(|| panic!("no name: {line}"))).collect()
}

/// A day of the device, so many days from now: `[year, month, day]`.
async fn day(page: &Page, from_now: i32) -> [String; 3] {
    let script = "const d = new Date(); d.setHours(12); d.setDate(d.getDate() + arguments[0]);
        return [d.getFullYear(), d.getMonth() + 1, d.getDate()].map(String)";
    let parts = page.js_with(script, vec![json!(from_now)]).await;
    [0, 1, 2].map(|at| parts[at].as_str().unwrap_or_default().to_owned())
}

async fn type_day(page: &Page, boxes: &str, [year, month, day]: &[String; 3]) {
    for (part, text) in [("day", day), ("month", month), ("year", year)] {
        page.type_into(&format!("#{boxes}_{part}"), text).await;
    }
}

fn digits([year, month, day]: &[String; 3]) -> String {
    format!("{year}{month:0>2}{day:0>2}")
}

#[test]
fn the_evenings_typed_are_those_in_the_calendar_and_it_tells_nobody_of_health() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        open(page, REMINDERS).await;
        let first = day(page, 3).await;
        page.type_into("#remind_at", "9:15 pm").await;
        type_day(page, "first", &first).await;
        page.click("#save-evenings").await;
        let (name, text) = file(page).await;
        let today = day(page, 0).await;
        assert_eq!(name, format!("{}-{:0>2}-{:0>2}-reminders.ics", today[0], today[1], today[2]));
        let lines = lines(&text);
        assert_eq!(value(&lines, "DTSTART"), format!("{}T211500", digits(&first)));
        assert_eq!(value(&lines, "RRULE"), "FREQ=DAILY;COUNT=14");
        assert_eq!(lines.iter().filter(|(name, value)| name == "BEGIN" && value == "VEVENT").count(), 1);
        for health in ["leg", "ferritin", "iron", "symptom", "blood", "doctor"] {
            assert!(
                !text.to_lowercase().split(|c: char| !c.is_alphabetic()).any(|w| w.starts_with(health) && w != "legs")
            );
        }
        says(page, "14 reminders at 21:15").await;
        says(page, &format!("{name} went to your downloads.")).await;
        assert_eq!(page.js("return Object.keys(sessionStorage).length").await, json!(0), "nothing of it is kept");
    });
}

#[test]
fn the_next_blood_test_is_counted_from_the_last_ferritin_that_was_noted() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        page.put_and_open("/probe.html", "").await;
        let noted = day(page, -20).await;
        let [year, month, of_month] = &noted;
        let t = "2026-11-01T08:00:00Z";
        let now = json!({"test": "ferritin", "value": "40", "unit": "ng/mL", "created": t, "edited": t,
            "day": format!("{year}-{month:0>2}-{of_month:0>2}")});
        let lab = json!({"app": "quiet-legs", "kind": "lab", "version": 1, "saved": t, "data": {"now": now}});
        page.js_with("localStorage.setItem('quiet-legs.lab.1', arguments[0])", vec![json!(lab.to_string())]).await;
        open(page, REMINDERS).await;
        let boxes = "return ['year', 'month', 'day'].map(part => document.getElementById('after_' + part).value)";
        assert_eq!(page.js(boxes).await, json!(noted));
        page.click("#save-retest").await;
        let (other, text) = file(page).await;
        assert!(other.ends_with("-reminder.ics"), "{other}");
        let on = value(&lines(&text), "DTSTART;VALUE=DATE").to_owned();
        let later = (month.parse::<u32>().expect("a month") + 2) % 12 + 1;
        assert_eq!(&on[4..6], format!("{later:02}"));
        says(page, "It reminds you on ").await;
    });
}

#[test]
fn what_cannot_be_a_reminder_is_said_at_the_top_and_makes_no_file() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        open(page, REMINDERS).await;
        page.type_into("#remind_at", "25:00").await;
        type_day(page, "first", &day(page, -1).await).await;
        page.click("#save-evenings").await;
        page.see("#errors").await;
        page.wait_for("the focus", "return document.activeElement.id === 'errors'").await;
        let told = page.text("#errors").await;
        assert!(told.contains("21:30") && told.contains("This evening is past"), "{told}");
        assert!(page.title_has_error().await);
        assert_eq!(page.js("return document.getElementById('remind_at').value").await, "25:00", "it stays as typed");
        type_day(page, "after", &day(page, -300).await).await;
        page.click("#save-retest").await;
        says(page, "which is past. Enter a later day.").await;
        assert_eq!(page.js("return files.length").await, json!(0));
        let found = findings_in_all_themes(page, "reminders with errors").await;
        assert!(found.is_empty(), "{}", found.join("\n"));
        page.type_into("#remind_at", "21:00").await;
        type_day(page, "first", &day(page, 0).await).await;
        page.click("#save-evenings").await;
        file(page).await;
        assert!(!page.sees("#errors").await && !page.title_has_error().await);
    });
}

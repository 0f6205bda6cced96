//! Whom to call: the numbers of the place a copy of the site serves, and of where somebody says they are.
//! The place is set for a thread; each test runs in its own.

use quiet_legs::clinical::answers::Answers;
use quiet_legs::clinical::report::report;
use quiet_legs::content::EMERGENCY;
use quiet_legs::content::emergency::{emergency, home, serve};
use quiet_legs::date::Date;

fn row(code: &str) -> Option<&'static quiet_legs::content::Emergency> {
    EMERGENCY.iter().find(|row| row.country == code)
}

fn said(country: Option<&str>) -> &'static str {
    emergency(country).map_or("", quiet_legs::content::Emergency::said)
}

#[test]
fn a_site_of_no_place_says_what_works_anywhere() {
    assert!(home().is_none());
    assert!(said(None).contains("local emergency number"));
    assert!(said(Some("nowhere")).contains("local emergency number"));
    assert_eq!(said(Some("US")), "911");
}

#[test]
fn the_country_of_the_clinic_counts_where_nobody_named_one() {
    serve(row("AU"), "");
    assert!(said(None).starts_with("000"));
    assert_eq!(emergency(None).and_then(|row| row.poison), row("AU").and_then(|row| row.poison));
    assert_eq!(said(Some("US")), "911", "who is elsewhere is told the numbers of there");
}

#[test]
fn a_number_of_the_clinics_own_is_said_and_dialled() {
    serve(row("GB"), "0112");
    assert_eq!((said(None), said(Some("GB"))), ("0112", "0112"));
    assert_eq!(emergency(None).map(|row| row.dial), Some("0112"));
    assert_eq!(emergency(None).map(|row| row.helpline), row("GB").map(|row| row.helpline));
    assert_eq!(said(Some("NZ")), "111");
}

#[test]
fn the_usual_number_of_the_country_is_said_as_usual() {
    serve(row("GB"), "999");
    assert_eq!(said(None), "999 or 112");
}

#[test]
fn a_number_without_a_country_keeps_the_helplines_of_anywhere() {
    serve(None, "118");
    assert_eq!(said(None), "118");
    assert_eq!(emergency(None).map(|row| row.helpline), EMERGENCY.last().map(|row| row.helpline));
    assert_eq!(said(Some("other")), EMERGENCY.last().map_or("", quiet_legs::content::Emergency::said));
}

#[test]
fn the_report_names_the_number_of_the_clinic() {
    serve(None, "118");
    let mut answers = Answers::default();
    for (key, value) in [("age", "50"), ("sign.E4", "yes")] {
        answers.set(key, value);
    }
    let Some(today) = Date::parse("2026-11-26") else { panic!("a date") };
    let report = report(&answers, today);
    let all: String = report.urgency_because.iter().map(|reason| reason.says.text()).collect();
    assert!(all.contains("118"), "{all}");
}

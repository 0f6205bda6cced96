//! Addresses and screens belong together, both ways.

use proptest::prelude::*;
use quiet_legs::content::PAGES;
use quiet_legs::date::Date;
use quiet_legs::diary::night::Night;
use quiet_legs::route::{Route, WHOLE};

const FIXED: [(Route, &str); 21] = [
    (Route::Start, "#/"),
    (Route::Again, "#/again"),
    (Route::Result, "#/result"),
    (Route::Diary, "#/diary"),
    (Route::Saved, "#/diary/saved"),
    (Route::Timeline, "#/diary/results"),
    (Route::Lab, "#/diary/result"),
    (Route::Change, "#/diary/change"),
    (Route::Experiment, "#/diary/experiment"),
    (Route::Trends, "#/trends"),
    (Route::Data, "#/data"),
    (Route::Import, "#/data/copy"),
    (Route::Delete, "#/data/delete"),
    (Route::Settings, "#/settings"),
    (Route::Help, "#/help"),
    (Route::Learn, "#/learn"),
    (Route::How, "#/learn/how"),
    (Route::Clinic, "#/clinic"),
    (Route::Topic("treatments"), "#/learn/treatments"),
    (Route::Topic("questions"), "#/learn/questions"),
    (Route::Sources, "#/sources"),
];

#[test]
fn every_page_of_the_check_has_an_address_of_its_own_that_leads_back_to_it() {
    for page in &PAGES {
        let route = Route::Check(page.id);
        assert_eq!(route.href(), format!("#/check/{}", page.id));
        assert_eq!(Route::parse(&route.href()), route);
    }
}

#[test]
fn every_other_screen_has_an_address_that_leads_back_to_it() {
    for (route, address) in FIXED {
        assert_eq!(route.href(), address);
        assert_eq!(Route::parse(address), route);
    }
}

#[test]
fn a_night_has_an_address_that_leads_back_to_it_and_a_day_that_is_none_has_not() {
    let night = Route::Night(Night(Date::literal(2028, 2, 29)));
    assert_eq!(night.href(), "#/diary/2028-02-29");
    assert_eq!(Route::parse("#/diary/2028-02-29"), night);
    for hash in ["#/diary/2027-02-29", "#/diary/today", "#/diary/2028-2-29", "#/diary/2028-02-29/more"] {
        assert_eq!(Route::parse(hash), Route::NotFound, "{hash}");
    }
}

/// `boot.js` picks the build by these addresses before any of our code runs.
#[test]
fn the_whole_app_is_started_for_its_own_screens_and_for_no_other() {
    let whole = ["#/diary", "#/diary/2026-11-22", "#/trends", "#/data", "#/data/copy", "#/learn", "#/learn/iron"];
    for hash in whole {
        assert!(Route::parse(hash).needs_whole(), "{hash}");
    }
    for (route, address) in FIXED {
        let behind = WHOLE.iter().any(|whole| address == *whole || address.starts_with(&format!("{whole}/")));
        assert_eq!(route.needs_whole(), behind, "{address}");
    }
    for page in &PAGES {
        assert!(!Route::Check(page.id).needs_whole(), "{}", page.id);
    }
    assert!(!Route::NotFound.needs_whole());
}

#[test]
fn the_bare_site_is_the_start_page() {
    for hash in ["", "#", "#/"] {
        assert_eq!(Route::parse(hash), Route::Start, "{hash:?}");
    }
}

#[test]
fn a_slash_too_many_at_the_end_does_no_harm() {
    assert_eq!(Route::parse("#/check/relief/"), Route::Check("relief"));
    assert_eq!(Route::parse("#/result/"), Route::Result);
}

#[test]
fn an_unknown_address_is_page_not_found() {
    for hash in [
        "#/learn/nowhere",
        "#/learn/iron/more",
        "#/nowhere",
        "#/check/",
        "#/check/nowhere",
        "#/check/relief/more",
        "#/RESULT",
        "#main",
        "#/data//delete",
    ] {
        assert_eq!(Route::parse(hash), Route::NotFound, "{hash}");
    }
}

proptest! {
    /// An address can hold nothing but the name of a screen: whatever else stands in it is not read.
    #[test]
    fn nothing_but_the_name_of_a_screen_is_ever_read_from_an_address(hash in ".{0,40}") {
        let route = Route::parse(&hash);
        if route != Route::NotFound && route != Route::Start {
            prop_assert_eq!(route.href(), hash.trim_end_matches('/'));
        }
    }
}

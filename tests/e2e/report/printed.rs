//! The page for the doctor on paper, in Chromium and in Firefox, on A4 and on Letter: empty, typical, enormous.

use super::{CHECK, FOR_DOCTOR, NIGHTS_28, fortnight, open, sheet_says, with_report};
use crate::harness::check::{Check, THEME};
use crate::harness::chromium::Kind;
use crate::harness::copies::with_nights;
use crate::harness::page::Page;
use crate::harness::print::{Paper, Pdf, print};
use crate::harness::{PHONE, Setup, in_browser};
use serde_json::{Value, json};

const CHROMIUM: Setup = PHONE;
const FIREFOX: Setup = PHONE.of_kind(Kind::Firefox);
/// Words that only a screen needs.
const AROUND: [&str; 10] = [
    "Skip to content",
    "Night view",
    "Check Diary Trends Report Data",
    "Print or save as PDF",
    "What you want to ask",
    "As a message",
    "Other ways to hand it over",
    "With codes for the doctor",
    "Help and contact",
    "In plain words",
];

fn is_alone(pdf: &Pdf) {
    for words in AROUND {
        assert!(!pdf.says(words), "\"{words}\" was printed, {}", pdf.file.display());
    }
}

/// Chromium numbers the sheets from the style sheet; Firefox knows no such numbers and has them in its own footer.
fn is_numbered(pdf: &Pdf, browser: Setup) {
    if browser.kind() == Kind::Firefox {
        return;
    }
    for (at, text) in pdf.text.iter().enumerate() {
        let number = format!("{}/{}", at + 1, pdf.pages);
        let close = text.replace(' ', "");
        assert!(close.ends_with(&number), "sheet {} without {number}, {}", at + 1, pdf.file.display());
    }
}

fn is_white(pdf: &Pdf) {
    let ink = pdf.ink();
    assert!(ink.white > 0.8 && ink.coloured < 0.001 && ink.dark > 0.002, "{ink:?}, {}", pdf.file.display());
}

fn nothing_told_is_one_sheet(browser: Setup) {
    in_browser(browser, async |page| {
        Check::open_at(page, "/#/report").await;
        page.see("main .ql-buttons a[href='#/diary'], main a[href='#/diary']").await;
        for paper in Paper::ALL {
            let pdf = print(page, paper).await;
            assert_eq!(pdf.pages, 1, "{}", pdf.file.display());
            assert!(pdf.says("Restless legs summary"), "{:?}", pdf.lines);
            is_alone(&pdf);
        }
    });
}

/// A whole check, a full fortnight, at night: on two sheets at most.
fn a_full_diary_is_two_sheets_at_most(browser: Setup) {
    in_browser(browser, async |page| {
        with_report(page, &fortnight()).await;
        page.click(THEME).await;
        for paper in Paper::ALL {
            let pdf = print(page, paper).await;
            assert!(pdf.pages <= 2, "{paper:?}: {} sheets, {}", pdf.pages, pdf.file.display());
            for words in [
                "Filled in by the person, not checked.",
                "Name and date of birth (write here)",
                "Your answers match",
                "Not a diagnosis.",
                "Warning signs None reported",
                "14 of 14 nights recorded",
                "Sertraline Yes can make it worse, several studies or reports",
                "45 ng/mL, October 2026",
                "Tests to consider",
                "Could sertraline be part of it?",
                "Clinician’s notes",
                "Version",
            ] {
                assert!(pdf.says(words), "{paper:?} without \"{words}\": {:#?}", pdf.lines);
            }
            is_alone(&pdf);
            is_numbered(&pdf, browser);
            is_white(&pdf);
        }
    });
}

/// With codes, rules and sources, and with twice as many nights.
fn the_clinicians_copy_of_four_weeks_is_two_sheets_at_most(browser: Setup) {
    in_browser(browser, async |page| {
        let nights: Vec<(i32, u8, &str)> = (1..=28).map(|days| (days, (days % 9) as u8, "")).collect();
        with_report(page, &nights).await;
        page.click(FOR_DOCTOR).await;
        page.click(NIGHTS_28).await;
        sheet_says(page, "28 of 28 nights", true).await;
        sheet_says(page, "N06AB06", true).await;
        for paper in Paper::ALL {
            let pdf = print(page, paper).await;
            assert!(pdf.pages <= 2, "{paper:?}: {} sheets, {}", pdf.pages, pdf.file.display());
            for words in ["C1 An urge", "N06AB06", "2502-3", "medicine.sertraline", "jcsm.11390", "28 of 28 nights"] {
                assert!(pdf.says(words), "{paper:?} without \"{words}\": {:#?}", pdf.lines);
            }
            is_alone(&pdf);
            is_numbered(&pdf, browser);
        }
    });
}

#[test]
fn the_clinicians_copy_of_four_weeks_is_two_sheets_at_most_in_chromium() {
    the_clinicians_copy_of_four_weeks_is_two_sheets_at_most(CHROMIUM);
}

#[test]
fn the_clinicians_copy_of_four_weeks_is_two_sheets_at_most_in_firefox() {
    the_clinicians_copy_of_four_weeks_is_two_sheets_at_most(FIREFOX);
}

/// Sixty medicines with long names, every condition there is room for, questions to the last letter.
async fn enormous(page: &Page) {
    let nights: Vec<(i32, u8, &str)> = (1..=28).map(|days| (days, 10, "")).collect();
    with_nights(page, &nights).await;
    let name = |at: usize| format!("begin{at} {} end{at}", "very long name ".repeat(12));
    let listed: Vec<Value> = (0..60).map(|at| json!({"typed": name(at), "ids": [], "timing": "unsure"})).collect();
    page.js_with(
        CHECK,
        vec![json!({"condition.migraine": "yes", "condition.ra": "yes", "condition.ms": "yes"}), json!(listed)],
    )
    .await;
    open(page).await;
    let own: String = (0..60).map(|at| format!("Question number {at}?\n")).collect();
    let script = "const box = document.getElementById('own-questions'); box.value = arguments[0];
        box.dispatchEvent(new Event('input', {bubbles: true})); return true";
    page.js_with(script, vec![json!(own)]).await;
    sheet_says(page, "Question number 59?", true).await;
}

fn nothing_is_lost_or_cut_however_much_there_is(browser: Setup) {
    in_browser(browser, async |page| {
        enormous(page).await;
        for paper in Paper::ALL {
            let pdf = print(page, paper).await;
            assert!((4..=12).contains(&pdf.pages), "{paper:?}: {} sheets, {}", pdf.pages, pdf.file.display());
            for at in 0..60 {
                let [begin, end] = [format!("egin{at} "), format!("end{at} ")];
                let sheet = pdf.text.iter().find(|text| text.contains(&begin));
                let whole = sheet.is_some_and(|text| text.contains(&end));
                assert!(whole, "{paper:?}: medicine {at} is missing or its row is cut, {}", pdf.file.display());
                assert!(pdf.says(&format!("Question number {at}?")), "{paper:?}: question {at} is missing");
            }
            assert!(pdf.says("Clinician’s notes") && pdf.says("14 of 14 nights"));
            is_alone(&pdf);
            is_numbered(&pdf, browser);
        }
    });
}

#[test]
fn nothing_told_is_one_sheet_in_chromium() {
    nothing_told_is_one_sheet(CHROMIUM);
}

#[test]
fn nothing_told_is_one_sheet_in_firefox() {
    nothing_told_is_one_sheet(FIREFOX);
}

#[test]
fn a_full_diary_is_two_sheets_at_most_in_chromium() {
    a_full_diary_is_two_sheets_at_most(CHROMIUM);
}

#[test]
fn a_full_diary_is_two_sheets_at_most_in_firefox() {
    a_full_diary_is_two_sheets_at_most(FIREFOX);
}

#[test]
fn nothing_is_lost_or_cut_however_much_there_is_in_chromium() {
    nothing_is_lost_or_cut_however_much_there_is(CHROMIUM);
}

#[test]
fn nothing_is_lost_or_cut_however_much_there_is_in_firefox() {
    nothing_is_lost_or_cut_however_much_there_is(FIREFOX);
}

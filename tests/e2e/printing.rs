//! What comes out of the printer, in Chromium and in Firefox, on A4 and on Letter: the result, all of it opened, black
//! on white, and nothing of the app around it.

use crate::harness::check::{Check, THEME};
use crate::harness::chromium::Kind;
use crate::harness::page::Page;
use crate::harness::plan::Plan;
use crate::harness::print::{Ink, Paper, print};
use crate::harness::result::verdict;
use crate::harness::{PHONE, Setup, in_browser};
use serde_json::json;

const CHROMIUM: Setup = PHONE;
const FIREFOX: Setup = PHONE.of_kind(Kind::Firefox);

/// Words of what is around the page and of what can be tapped on it.
const AROUND: &str = "const found = document.querySelectorAll(
        '.ql-skip, .ql-theme, .ql-nav, .ql-nav a, .ql-footer nav, .ql-footer nav a, main button, main a.ql-button, main a.ql-link, .ql-back');
    const shown = e => e.textContent.trim().replace(/\\s+/g, ' ');
    const titles = [...document.querySelectorAll('main :is(h1, h2, h3)')].map(shown);
    return [...new Set([...found].map(shown))].filter(t => t && !titles.includes(t))";

async fn result(page: &Page) {
    let plan = Plan::fits().takes("sertral", "Sertraline").ferritin("18");
    Check::result(page, &plan).await;
}

fn the_result_is_printed_whole_and_alone(browser: Setup) {
    in_browser(browser, async |page| {
        result(page).await;
        let verdict = verdict(page).await;
        let around = page.js(AROUND).await;
        let around: Vec<&str> = around.as_array().unwrap().iter().filter_map(|text| text.as_str()).collect();
        assert!(around.len() > 6, "the app around has words: {around:?}");
        for paper in Paper::ALL {
            let pdf = print(page, paper).await;
            let (width, height) = paper.size();
            assert!((pdf.size.0 - width).abs() < 1.0 && (pdf.size.1 - height).abs() < 1.0, "{paper:?}: {:?}", pdf.size);
            assert!((2..=6).contains(&pdf.pages), "{paper:?}: {} sheets, {}", pdf.pages, pdf.file.display());
            for text in [verdict.as_str(), "Within 2 weeks", "Sertraline", "The rule we used", "not a diagnosis"] {
                assert!(pdf.says(text), "{paper:?} without \"{text}\": {:#?}", pdf.lines);
            }
            for text in &around {
                assert!(!pdf.has_line(text), "{paper:?} has \"{text}\", which only a screen needs: {:#?}", pdf.lines);
            }
            let [before @ .., last] = pdf.text.as_slice() else { panic!("nothing was printed") };
            let filled = before.iter().all(|sheet| sheet.len() > 500) && !last.is_empty();
            assert!(filled, "{paper:?}, a sheet nearly empty: {:#?}", pdf.text);
        }
    });
}

#[test]
fn the_result_is_printed_whole_and_alone_in_chromium() {
    the_result_is_printed_whole_and_alone(CHROMIUM);
}

#[test]
fn the_result_is_printed_whole_and_alone_in_firefox() {
    the_result_is_printed_whole_and_alone(FIREFOX);
}

fn the_night_view_is_printed_black_on_white(browser: Setup) {
    in_browser(browser, async |page| {
        result(page).await;
        page.click(THEME).await;
        assert_eq!(page.js("return document.documentElement.dataset.theme").await, json!("night"));
        for paper in Paper::ALL {
            let pdf = print(page, paper).await;
            let Ink { white, coloured, dark } = pdf.ink();
            assert!(white > 0.8, "{paper:?}: only {white} is white, {}", pdf.file.display());
            assert!(coloured < 0.001, "{paper:?}: {coloured} is coloured, {}", pdf.file.display());
            assert!(dark > 0.002, "{paper:?}: only {dark} is dark as ink, {}", pdf.file.display());
        }
    });
}

#[test]
fn the_night_view_is_printed_black_on_white_in_chromium() {
    the_night_view_is_printed_black_on_white(CHROMIUM);
}

#[test]
fn the_night_view_is_printed_black_on_white_in_firefox() {
    the_night_view_is_printed_black_on_white(FIREFOX);
}

#[test]
fn the_check_begins_ends_and_is_kept_in_firefox() {
    in_browser(FIREFOX, async |page| {
        result(page).await;
        let told = verdict(page).await;
        assert!(told.starts_with("Your answers match"), "{told}");
        Check { page }.reload().await;
        assert_eq!(verdict(page).await, told);
    });
}

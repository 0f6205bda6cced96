//! Promises that hold on every screen in every state: axe finds nothing in any theme, no sideways scrolling at
//! 320 px in either direction of writing, targets a tired hand can hit, one heading, a title of its own.

use crate::harness::axe::findings_in_all_themes;
use crate::harness::page::Page;
use crate::harness::pages::PAGES;
use crate::harness::plan::Plan;
use crate::harness::tour::{alone, asked_everything, child, medicines, others, pregnant, questions, result};
use crate::harness::{PHONE, in_browser};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Runs part of the tour with axe in all four themes and expects no finding at all.
fn axe_finds_nothing(tour: impl AsyncFnOnce(&Page, &mut Look<'_>)) {
    in_browser(PHONE, async |page| {
        // A colour half-way through its change would be measured.
        page.media(&[("prefers-reduced-motion", "reduce")]).await;
        let mut look = Look { page, problems: Vec::new() };
        tour(page, &mut look).await;
        assert!(look.problems.is_empty(), "{}", look.problems.join("\n"));
    });
}

struct Look<'a> {
    page: &'a Page,
    problems: Vec<String>,
}

impl Look<'_> {
    async fn with_axe(&mut self, screen: &str) {
        self.problems.extend(findings_in_all_themes(self.page, screen).await);
    }
}

#[test]
fn axe_finds_nothing_on_any_question_of_an_adult() {
    axe_finds_nothing(async |page, look| {
        questions(page, &asked_everything(), &mut async |s: &str| look.with_axe(s).await).await;
    });
}

#[test]
fn axe_finds_nothing_on_any_question_of_a_child() {
    axe_finds_nothing(async |page, look| {
        questions(page, &child(), &mut async |s: &str| look.with_axe(s).await).await;
    });
}

#[test]
fn axe_finds_nothing_while_medicines_are_looked_for() {
    axe_finds_nothing(async |page, look| medicines(page, &mut async |s: &str| look.with_axe(s).await).await);
}

#[test]
fn axe_finds_nothing_on_a_result_with_everything_on_it() {
    axe_finds_nothing(async |page, look| {
        result(page, &asked_everything(), &mut async |s: &str| look.with_axe(s).await).await
    });
}

#[test]
fn axe_finds_nothing_on_a_result_with_the_ferritin_scale() {
    let plan = Plan::fits().ferritin("60");
    axe_finds_nothing(async |page, look| result(page, &plan, &mut async |s: &str| look.with_axe(s).await).await);
}

#[test]
fn axe_finds_nothing_on_the_pages_beside_the_check() {
    axe_finds_nothing(async |page, look| others(page, &mut async |s: &str| look.with_axe(s).await).await);
}

/// Takes every leg of the tour and gives the questions met.
async fn everywhere(page: &Page, look: &mut impl AsyncFnMut(&str)) -> BTreeSet<String> {
    others(page, look).await;
    forget(page).await;
    let mut met: BTreeSet<String> = BTreeSet::new();
    for plan in [asked_everything(), child(), alone(), pregnant()] {
        met.extend(questions(page, &plan, look).await);
        forget(page).await;
    }
    medicines(page, look).await;
    forget(page).await;
    result(page, &asked_everything(), look).await;
    met
}

async fn forget(page: &Page) {
    page.go("about:blank").await;
    page.put_and_open("/forget.html", "").await;
    page.js("localStorage.clear()").await;
}

#[test]
fn every_question_is_on_the_tour() {
    in_browser(PHONE, async |page| {
        let met = everywhere(page, &mut async |_: &str| {}).await;
        let missed: Vec<&String> = PAGES.iter().map(|p| &p.id).filter(|id| !met.contains(*id)).collect();
        assert!(missed.is_empty(), "no leg of the tour meets {missed:?}");
    });
}

#[test]
fn nothing_scrolls_sideways_at_320_px_in_either_direction_of_writing() {
    in_browser(PHONE.wide(320), async |page| {
        let mut problems = Vec::new();
        everywhere(page, &mut async |screen: &str| {
            for direction in ["ltr", "rtl"] {
                page.js(&format!("document.documentElement.dir = '{direction}'")).await;
                let out = page.js_text(OUT_OF_VIEW).await;
                if !out.is_empty() {
                    problems.push(format!("{screen}, {direction}: {out}"));
                }
            }
            page.js("document.documentElement.dir = 'ltr'").await;
        })
        .await;
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    });
}

/// The elements that stick out, when the page is wider than the view.
const OUT_OF_VIEW: &str = "const wide = document.scrollingElement.scrollWidth;
    if (wide <= innerWidth) return '';
    const out = [...document.querySelectorAll('body *')].filter(e => {
        const b = e.getBoundingClientRect();
        return e.checkVisibility() && b.width > 0 && (b.right > innerWidth + 0.5 || b.left < -0.5);
    });
    return wide + ' px wide: ' + out.slice(-3).map(e => e.outerHTML.slice(0, 140)).join(' | ')";

#[test]
fn every_target_in_main_is_at_least_44_px_high() {
    in_browser(PHONE, async |page| {
        let mut problems = BTreeSet::new();
        everywhere(page, &mut async |screen: &str| {
            let low = page.js(LOW_TARGETS).await;
            let low = low.as_array().into_iter().flatten().filter_map(Value::as_str);
            problems.extend(low.map(|target| format!("{screen}: {target}")));
        })
        .await;
        assert!(problems.is_empty(), "{}", problems.into_iter().collect::<Vec<_>>().join("\n"));
    });
}

/// Targets lower than 44 px, without links inside a sentence (WCAG 2.5.8 leaves these to the line height).
const LOW_TARGETS: &str =
    "const targets = 'button, label:has(input), select, .ql-box, a.ql-back, a.ql-phone, .ql-links li, nav a';
    return [...document.querySelectorAll(`main :is(${targets}), header :is(${targets}), footer :is(${targets})`)]
        .filter(e => e.checkVisibility() && !e.matches('.ql-hidden'))
        .filter(e => e.getBoundingClientRect().height < 43.9)
        .map(e => Math.round(e.getBoundingClientRect().height) + ' px: ' + e.outerHTML.slice(0, 120))";

#[test]
fn every_screen_has_one_heading_and_every_page_a_title_of_its_own() {
    in_browser(PHONE, async |page| {
        let mut titles: BTreeMap<String, String> = BTreeMap::new();
        let mut problems = Vec::new();
        everywhere(page, &mut async |screen: &str| {
            let script = "const all = [...document.querySelectorAll('h1')].filter(h => h.checkVisibility());
                return [location.hash.split('?')[0], document.title.replace('Error: ', ''), all.length]";
            let seen = page.js(script).await;
            let (place, title) = (seen[0].as_str().unwrap_or_default(), seen[1].as_str().unwrap_or_default());
            if seen[2] != 1 {
                problems.push(format!("{screen}: {} headings of the first level", seen[2]));
            }
            let known = titles.entry(title.to_owned()).or_insert_with(|| place.to_owned());
            // An interruption is the same page with another question.
            if known != place || title.trim().is_empty() {
                problems.push(format!("{screen}: the title \"{title}\" is also that of {known}"));
            }
        })
        .await;
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    });
}

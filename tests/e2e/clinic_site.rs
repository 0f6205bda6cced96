//! What a clinic says of itself in `clinic.json` is what its copy of the site shows, and nothing wrong in that file does
//! any harm.

use crate::harness::axe::findings_in_all_themes;
use crate::harness::check::{Check, START};
use crate::harness::page::Page;
use crate::harness::plan::Plan;
use crate::harness::{PHONE, in_browser};
use serde_json::{Value, json};

/// Keeps what the console is told, so that it can be counted.
const LISTEN: &str = "window.told = []; console.warn = line => told.push(line)";

fn says(page: &Page, settings: &Value) {
    page.site.put("/clinic.json", settings.to_string());
}

/// Everything the console was told of the file, once the words for that are here.
async fn told(page: &Page) -> Vec<String> {
    page.network_settles().await;
    let told = page.js("return told.filter(line => String(line).startsWith('clinic.json'))").await;
    told.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[test]
fn a_wrong_value_is_told_in_one_line_and_the_rest_holds() {
    in_browser(PHONE, async |page| {
        let wrong = json!({"name": "Harbour Street", "phone": "call us", "link": "javascript:alert(1)", "motto": "x",
            "country": "Wales", "colours": {"light": "#ffcc00"}, "parts": ["check"]});
        says(page, &wrong);
        page.before_every_load(LISTEN).await;
        Check::open(page).await;
        let told = told(page).await;
        for part in ["phone", "link", "motto", "country", "colours.light", "parts #1"] {
            let start = format!("clinic.json, {part}: ");
            let lines = told.iter().filter(|line| line.starts_with(&start) && !line.contains('\n'));
            assert_eq!(lines.count(), 1, "{part}: {told:?}");
        }
        assert_eq!(told.len(), 6, "{told:?}");
        assert!(page.text("#app").await.contains("For patients of Harbour Street"));
        Check::open_at(page, "/#/help").await;
        let help = page.js_text("return document.querySelector('main').outerHTML").await;
        assert!(!help.contains("call us") && !help.contains("alert(1)"), "{help}");
    });
}

#[test]
fn a_broken_file_is_told_in_one_line_and_the_site_is_that_of_no_clinic() {
    in_browser(PHONE, async |page| {
        page.site.put("/clinic.json", "{\n  \"name\": \"Harbour\",\n}".to_owned());
        page.before_every_load(LISTEN).await;
        let check = Check::open(page).await;
        let told = told(page).await;
        assert!(told.len() == 1 && told.iter().all(|line| line.contains("line 3")), "{told:?}");
        assert!(!page.sees(".ql-host").await);
        check.start().await;
        assert_eq!(check.place().await, "who");
    });
}

#[test]
fn without_the_file_the_site_is_that_of_no_clinic() {
    in_browser(PHONE, async |page| {
        page.expect_in_log("404");
        page.site.lose("clinic.json");
        let check = Check::open(page).await;
        assert!(!page.sees(".ql-host").await);
        check.start().await;
        assert_eq!(check.place().await, "who");
    });
}

#[test]
fn a_file_that_does_not_come_keeps_nobody_waiting() {
    in_browser(PHONE, async |page| {
        says(page, &json!({"name": "Harbour Street"}));
        page.site.hold("clinic.json");
        // What was fetched early waits with it.
        page.expect_in_log("preloaded using link preload");
        let check = Check::open(page).await;
        check.start().await;
        assert_eq!(check.place().await, "who");
        page.site.release();
    });
}

#[test]
fn what_a_clinic_writes_is_shown_as_text_and_never_as_markup() {
    in_browser(PHONE, async |page| {
        let markup = "<img src=x onerror=alert(1)><b>Harbour</b>";
        says(page, &json!({"name": markup, "welcome": markup, "address": [markup]}));
        Check::open(page).await;
        assert_eq!(page.text("#app").await.matches(markup).count(), 2);
        Check::open_at(page, "/#/help").await;
        assert!(page.text("main").await.contains(markup));
        assert_eq!(page.js("return document.querySelectorAll('#app b, #app img').length").await, json!(0));
    });
}

#[test]
fn the_clinics_emergency_number_stands_wherever_nobody_named_a_country() {
    in_browser(PHONE, async |page| {
        says(page, &json!({"emergency": "1234"}));
        let check = Check::open(page).await;
        assert!(page.text("#urgent, .ql-care").await.contains("now if"));
        assert!(page.text(".ql-care-body").await.contains("The emergency number here is 1234."));
        check.start().await;
        let plan = Plan::fits().with("country", "").ticks("sign", "E1");
        check.answer_until(&plan, "urgent").await;
        let card = page.js_text("return document.querySelector('.ql-care.is-now').outerHTML").await;
        assert!(card.contains("1234") && card.contains("tel:1234"), "{card}");
        Check::open_at(page, "/#/help").await;
        assert!(page.text("main").await.contains("The emergency number here is 1234."));
    });
}

#[test]
fn a_part_that_is_left_out_is_nowhere_offered_and_has_no_page() {
    in_browser(PHONE, async |page| {
        says(page, &json!({"parts": []}));
        let check = Check::begin(page, &Plan::fits(), "answers").await;
        check.continue_().await;
        page.see(".ql-verdict").await;
        page.network_settles().await;
        let hidden =
            ["#/diary", "#/trends", "#/plan", "#/report/record", "#/report/reminders", "#/learn", "#/learn/iron"];
        for from in ["#/", "#/result", "#/report", "#/data", "#/learn/how", "#/learn/privacy"] {
            page.js(&format!("location.hash = '{from}'")).await;
            page.wait_with(
                "the page",
                "return location.hash === arguments[0] && !!document.querySelector('main h1')
                && !document.querySelector('main .ql-late > .ql-hint[role=status]')",
                vec![json!(from)],
            )
            .await;
            let shown = page
                .js("return [...document.querySelectorAll('#app a')].filter(a => a.checkVisibility())
                .map(a => a.getAttribute('href'))")
                .await;
            let shown: Vec<&str> = shown.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let offered: Vec<&&str> = shown.iter().filter(|href| hidden.contains(*href)).collect();
            assert!(offered.is_empty() && !shown.is_empty(), "{from} offers {offered:?}");
        }
        for hash in hidden {
            page.js(&format!("location.hash = '{hash}'")).await;
            page.wait_for("page not found", "return document.title.startsWith('Page not found')").await;
        }
    });
}

#[test]
fn all_parts_are_offered_where_nothing_is_left_out() {
    in_browser(PHONE, async |page| {
        says(page, &json!({"name": "Harbour Street"}));
        Check::open_at(page, "/#/report").await;
        page.see("nav a[href='#/diary']").await;
        Check::open(page).await;
        page.see("main a[href='#/learn']").await;
    });
}

#[test]
fn a_faint_colour_is_made_readable_in_every_theme() {
    in_browser(PHONE, async |page| {
        says(page, &json!({"name": "Harbour Street", "colours": {"light": "#ffd23f"}}));
        page.before_every_load(LISTEN).await;
        let check = Check::open(page).await;
        assert_eq!(told(page).await.len(), 1);
        let ours = "return getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()";
        assert_ne!(page.js_text(ours).await, "#323a6e");
        let mut found = findings_in_all_themes(page, "start").await;
        check.start().await;
        found.extend(findings_in_all_themes(page, "who").await);
        Check::open_at(page, "/#/settings").await;
        found.extend(findings_in_all_themes(page, "settings").await);
        assert_eq!(found, Vec::<String>::new());
    });
}

#[test]
fn the_night_and_the_high_contrast_keep_their_own_colours() {
    in_browser(PHONE, async |page| {
        says(page, &json!({"colours": {"light": "#00695c", "dark": "#7fd4c8"}}));
        Check::open(page).await;
        let accent = |theme: &str| {
            format!(
                "document.documentElement.dataset.theme = '{theme}';
                return getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()"
            )
        };
        assert_eq!(page.js_text(&accent("light")).await, "#00695c");
        assert_eq!(page.js_text(&accent("dark")).await, "#7fd4c8");
        assert_eq!(page.js_text(&accent("night")).await, "#ffc2ae");
        assert_eq!(page.js_text(&accent("contrast")).await, "#00006b");
    });
}

#[test]
fn the_clinics_picture_is_shown_and_a_missing_one_leaves_the_name() {
    in_browser(PHONE, async |page| {
        let icon = std::fs::read_to_string(crate::harness::root().join("public/icon.svg")).expect("our icon");
        page.site.put("/logo.svg", icon);
        says(page, &json!({"name": "Harbour Street", "logo": "logo.svg"}));
        Check::open(page).await;
        page.wait_for("the picture", "return document.querySelector('.ql-logo').naturalWidth > 0").await;
        page.expect_in_log("404");
        says(page, &json!({"name": "Harbour Street", "logo": "gone.png"}));
        Check::open(page).await;
        page.see(START).await;
        assert!(page.text(".ql-host").await.contains("For patients of Harbour Street"));
    });
}

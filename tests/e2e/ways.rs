//! The ways out: a calendar, a medical record, a code to scan. What leaves is what was told and no more, it is harmless
//! whatever was typed, and it leaves with storage blocked, without a network, from a frame and from a home screen.

use crate::harness::axe::findings_in_all_themes;
use crate::harness::check::{ADD_AS_TYPED, Check, SEARCH, START};
use crate::harness::chromium::Kind;
use crate::harness::copies::{catch_files, copy, file, with_many};
use crate::harness::page::Page;
use crate::harness::pages::word;
use crate::harness::plan::Plan;
use crate::harness::site::Site;
use crate::harness::{PHONE, dist, in_browser};
use serde_json::{Value, json};
use thirtyfour::WebElement;

const CODE: &str = "/#/report/code";
const RECORD: &str = "/#/report/record";
const REMINDERS: &str = "/#/report/reminders";
const PICTURE: &str = "main svg.ql-code";

/// Somebody with low iron who takes something.
fn somebody() -> Plan {
    Plan::fits().takes("sertral", "Sertraline").ferritin("18")
}

/// Opens one of the three screens, with its words.
async fn open(page: &Page, path: &str) {
    Check::open_at(page, path).await;
    page.wait_for("the words", "return !!document.querySelector('main .ql-lead')").await;
}

/// Goes there without loading anything.
async fn go(page: &Page, path: &str) {
    page.js(&format!("location.hash = '{}'", path.trim_start_matches('/'))).await;
    let there = "return !!document.querySelector('main .ql-lead') && document.activeElement.localName === 'h1'";
    page.wait_for("the words, and the focus on the heading", there).await;
}

async fn says(page: &Page, words: &str) {
    let script = "return document.querySelector('main').textContent.includes(arguments[0])";
    page.wait_with(words, script, vec![json!(words)]).await;
}

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
        let (_, text) = file(page).await;
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

/// What was answered in a response, by link: codes, words and numbers as text.
fn answered(bundle: &Value) -> Vec<(String, String)> {
    fn items(of: &Value, found: &mut Vec<(String, String)>) {
        for item in of["item"].as_array().into_iter().flatten() {
            let link = item["linkId"].as_str().unwrap_or_default();
            for answer in item["answer"].as_array().into_iter().flatten().filter_map(Value::as_object) {
                for value in answer.values() {
                    let text =
                        value["code"].as_str().or(value.as_str()).map_or_else(|| value.to_string(), str::to_owned);
                    found.push((link.to_owned(), text));
                }
            }
            items(item, found);
        }
    }
    let mut found = Vec::new();
    let resources = bundle["entry"].as_array().expect("entries").iter().map(|entry| &entry["resource"]);
    for response in resources.filter(|one| one["resourceType"] == "QuestionnaireResponse") {
        items(response, &mut found);
    }
    found
}

/// How many persons are named in a bundle.
fn people(bundle: &Value) -> usize {
    let entries = bundle["entry"].as_array().expect("entries").iter();
    entries.filter(|entry| entry["resource"]["resourceType"] == "Patient").count()
}

async fn record(page: &Page) -> Value {
    page.click("#save-record").await;
    let (name, text) = file(page).await;
    assert!(name.starts_with("20") && name.ends_with("-record.json"), "{name}");
    serde_json::from_str(&text).expect("the record is JSON")
}

#[test]
fn the_record_holds_every_answer_as_it_was_given_and_nobody_in_person() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        Check::begin(page, &somebody(), "answers").await;
        open(page, RECORD).await;
        says(page, "Your blood test results").await;
        says(page, "Size of the file: 1").await;
        let bundle = record(page).await;
        let answered = answered(&bundle);
        let check = page.js("return JSON.parse(localStorage.getItem('quiet-legs.check')).data").await;
        let given = check["answers"].as_object().expect("answers");
        assert!(given.len() > 30, "{given:?}");
        for (key, value) in given.iter().filter(|(key, _)| !key.starts_with("sure.")) {
            let value = value.as_str().unwrap_or_default();
            let there = match key.split_once('.') {
                Some((prefix, code)) => {
                    answered.iter().any(|(link, v)| v == code && (link == prefix || prefix == "sign"))
                }
                None if key.starts_with("taken_") => {
                    answered.iter().any(|(link, v)| link == "taken" && v.contains(value))
                }
                None => answered.iter().any(|(link, v)| link == key && v == value),
            };
            assert!(there, "{key} = {value} is not in {answered:?}");
        }
        assert!(answered.contains(&("medicine.name".to_owned(), "sertraline".to_owned())));
        assert_eq!(people(&bundle), 0);
    });
}

/// Everything the browser keeps of a page, and what the page itself shows and says where it is.
const TRACES: &str = "return JSON.stringify([{...localStorage}, {...sessionStorage}, location.href, document.title,
    document.documentElement.outerHTML, [...document.querySelectorAll('input, textarea')].map(i => i.value),
    history.state, document.cookie])";

#[test]
fn who_the_person_is_stands_in_the_one_file_and_is_kept_nowhere() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        Check::begin(page, &somebody(), "answers").await;
        open(page, RECORD).await;
        page.click("[aria-controls=who]").await;
        for (id, text) in [("born_day", "28"), ("born_month", "2"), ("born_year", "1953")] {
            page.type_into(&format!("#{id}"), text).await;
        }
        page.click("#save-record").await;
        page.see("#errors").await;
        page.type_into("#own_name", "Zylphia Quirk").await;
        let named = record(page).await;
        assert!(named.to_string().contains("\"name\":[{\"text\":\"Zylphia Quirk\"}]"));
        assert!(named.to_string().contains("\"birthDate\":\"1953-02-28\""));
        let kept = page.js_text("return JSON.stringify([{...localStorage}, {...sessionStorage}])").await;
        assert!(!kept.contains("Zylphia") && !kept.contains("1953"), "{kept}");
        go(page, REMINDERS).await;
        let traces = page.js_text(TRACES).await;
        assert!(!traces.contains("Zylphia") && !traces.contains("1953"), "{traces}");
        Check { page }.history(-1).await;
        page.click("[aria-controls=who]").await;
        assert_eq!(page.js("return document.getElementById('own_name').value").await, "");
        assert_eq!(people(&record(page).await), 0, "the next file is without a name again");
        page.type_into("#own_name", "Zylphia Quirk").await;
        page.reload().await;
        open(page, RECORD).await;
        let traces = page.js_text(TRACES).await;
        assert!(!traces.contains("Zylphia"), "{traces}");
        assert!(!copy(page).await.contains("Zylphia"));
    });
}

/// Turns a screenshot into points: 1 for dark. On a page of the test's own, which may show such a picture.
const POINTS: &str = "return fetch('data:image/png;base64,' + arguments[0]).then(r => r.blob()).then(createImageBitmap)
    .then(picture => {
        const c = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
        c.drawImage(picture, 0, 0);
        const d = c.getImageData(0, 0, picture.width, picture.height).data;
        let points = '';
        for (let at = 0; at < d.length; at += 4) points += d[at] + d[at + 1] + d[at + 2] < 382 ? 1 : 0;
        return [picture.width, picture.height, points];
    })";

/// What a scanner reads off the screen.
async fn scanned(page: &Page) -> String {
    let picture: WebElement = page.see(PICTURE).await;
    page.js("document.querySelector('svg.ql-code').scrollIntoView()").await;
    let picture = picture.screenshot_as_png_base64().await.expect("a picture of the code");
    page.put_and_open("/points.html", "").await;
    let seen = page.js_with(POINTS, vec![json!(picture)]).await;
    let [width, height] = [0, 1].map(|at| seen[at].as_u64().expect("a size") as usize);
    let points = seen[2].as_str().expect("points").as_bytes();
    let dark = |x: usize, y: usize| points[y * width + x] == b'1';
    let mut image = rqrr::PreparedImage::prepare_from_bitmap(width, height, dark);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code in {width} by {height} points");
    grids[0].decode().expect("the code is read").1
}

#[test]
fn the_code_on_the_screen_says_the_text_below_it_at_320_px_and_in_every_theme() {
    in_browser(PHONE.wide(320), async |page| {
        with_many(page, 13).await;
        Check::begin(page, &somebody(), "answers").await;
        for (theme, width) in [("light", 320), ("night", 320), ("dark", 320), ("forced", 320), ("night", 1280)] {
            page.width(width).await;
            let forced = if theme == "forced" { "active" } else { "none" };
            page.media(&[("forced-colors", forced)]).await;
            open(page, CODE).await;
            page.js(&format!("document.documentElement.dataset.theme = '{theme}'")).await;
            page.see(PICTURE).await;
            let label = page
                .js_text("return document.querySelector('main svg.ql-code[role=img]').getAttribute('aria-label')")
                .await;
            assert!(label.len() > 10, "{label}");
            let text = page.js_text("return document.getElementById('summary').textContent").await;
            assert!(text.contains("sertraline") && text.contains("Ferritin 18 ng/mL"), "{text}");
            says(page, &format!("The text has {} characters.", text.chars().count())).await;
            assert_eq!(scanned(page).await, text, "{theme}, {width} px");
        }
        page.media(&[]).await;
    });
}

/// Keeps a check of somebody who takes these, as the app does.
async fn with_medicines(page: &Page, names: &[&str]) {
    page.put_and_open("/probe.html", "").await;
    let medicines: Vec<Value> = names.iter().map(|name| json!({"typed": name, "ids": [], "timing": ""})).collect();
    let data = json!({"page": "answers", "answers": {"who": "me", "age": "51", "c1": "yes"}, "medicines": medicines,
        "done": false});
    let kept = json!({"app": "quiet-legs", "kind": "check", "version": 1, "saved": "2026-11-24T08:00", "data": data});
    page.js_with("localStorage.setItem('quiet-legs.check', arguments[0])", vec![json!(kept.to_string())]).await;
}

#[test]
fn a_text_too_long_for_a_code_is_not_cut_but_shown_and_led_to_the_page_for_the_doctor() {
    in_browser(PHONE, async |page| {
        let long = "a long name ".repeat(800);
        with_medicines(page, &[long.trim(), "the last one"]).await;
        open(page, CODE).await;
        says(page, "That is too many for a code").await;
        assert!(!page.sees(PICTURE).await);
        page.see("main a.ql-button[href='#/report']").await;
        let text = page.js_text("return document.getElementById('summary').textContent").await;
        assert!(text.contains("the last one") && text.len() > 9_000);
        let wide = page.js("return document.scrollingElement.scrollWidth <= innerWidth").await;
        assert_eq!(wide, json!(true));
    });
}

#[test]
fn where_nothing_was_told_each_screen_says_so_and_leads_to_the_check() {
    in_browser(PHONE, async |page| {
        for path in [CODE, RECORD] {
            open(page, path).await;
            assert_eq!(page.text("main .ql-lead").await, word("ways", "nothing", "says"));
            assert!(!page.sees("main form").await && !page.sees(PICTURE).await);
            page.click("main a.ql-button[href='#/']").await;
            page.see(START).await;
        }
    });
}

/// What nobody may be harmed by, each as the name of a medicine.
fn harmful() -> Vec<String> {
    [
        "=1+1",
        "=HYPERLINK(\"http://127.0.0.1:1/\",\"x\")",
        "<img src=x onerror=window.harmed=1><script>window.harmed=1</script>",
        "\u{202e}tfos\u{2066}\u{2069}",
        "one\r\ntwo\nATTENDEE:mailto:a@example.org\u{2028}three",
        "a\0b\u{1b}[31m",
        "\",\"resourceType\":\"Patient\",\"x\":\"",
    ]
    .map(str::to_owned)
    .into_iter()
    .chain(["x".repeat(10_000)])
    .collect()
}

#[test]
fn hostile_names_of_medicines_come_out_harmless_in_every_format_and_on_the_screen() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        for name in harmful() {
            with_medicines(page, &[&name]).await;
            open(page, CODE).await;
            let text = page.js_text("return document.getElementById('summary').textContent").await;
            assert!(
                !text.chars().any(|c| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{2069}').contains(&c)),
                "{text:.500}"
            );
            assert!(text.starts_with("Quiet Legs, ") && text.lines().count() <= 9, "{text:.500}");
            assert!(!page.sees("main img").await && !page.sees("main script").await);
            if page.sees(PICTURE).await {
                assert_eq!(scanned(page).await, text);
            } else {
                assert!(text.len() > 1003);
            }
            open(page, RECORD).await;
            page.click("#save-record").await;
            let (_, printed) = file(page).await;
            assert!(!printed.contains(['<', '\u{202e}', '\u{2028}', '\0']), "{name:.40}");
            let bundle: Value = serde_json::from_str(&printed).expect("JSON");
            assert_eq!(answered(&bundle).iter().filter(|(link, _)| link == "medicine.name").count(), 1);
            assert_eq!(people(&bundle), 0);
            assert_eq!(page.js("return window.harmed ?? 0").await, json!(0));
        }
    });
}

#[test]
fn what_is_typed_into_the_search_reaches_the_code_letter_for_letter() {
    in_browser(PHONE, async |page| {
        Check::begin(page, &Plan::fits(), "medicines").await;
        for typed in ["=1+1 zzzyx", "<img src=x onerror=alert(1)> zzzyx"] {
            page.paste_into(SEARCH, typed).await;
            page.click(ADD_AS_TYPED).await;
        }
        go(page, CODE).await;
        let text = page.js_text("return document.getElementById('summary').textContent").await;
        assert!(text.contains("Medicines: =1+1 zzzyx; <img src=x onerror=alert(1)> zzzyx"), "{text}");
        assert_eq!(scanned(page).await, text);
    });
}

#[test]
fn where_storage_is_blocked_every_way_out_is_still_there() {
    in_browser(PHONE.of_kind(Kind::StorageBlocked), async |page| {
        catch_files(page).await;
        Check::begin(page, &somebody(), "answers").await;
        go(page, RECORD).await;
        page.see("#save-record").await;
        assert!(answered(&record(page).await).contains(&("ferritin".to_owned(), "18".to_owned())));
        go(page, REMINDERS).await;
        page.click("#save-evenings").await;
        assert!(file(page).await.1.starts_with("BEGIN:VCALENDAR"));
        go(page, CODE).await;
        page.see(PICTURE).await;
        let text = page.js_text("return document.getElementById('summary').textContent").await;
        assert_eq!(scanned(page).await, text);
    });
}

#[test]
fn the_server_gone_after_the_load_every_way_out_is_still_there() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        Check::begin(page, &somebody(), "answers").await;
        page.network_settles().await;
        page.site.stop();
        go(page, RECORD).await;
        page.see("#save-record").await;
        assert!(answered(&record(page).await).contains(&("ferritin".to_owned(), "18".to_owned())));
        go(page, REMINDERS).await;
        page.click("#save-retest").await;
        assert!(file(page).await.1.contains("DTSTART;VALUE=DATE:"));
        go(page, CODE).await;
        page.see(PICTURE).await;
    });
}

/// A browser in which the site was opened from the home screen, and which shares files as `share` says.
async fn installed(page: &Page, share: &str) {
    page.before_every_load(&format!(
        "const ask = window.matchMedia;
        window.matchMedia = new Proxy(ask, {{apply: (f, me, [query]) =>
            query.includes('display-mode') ? ask.call(window, 'all') : ask.call(window, query)}});
        window.shared = [];
        navigator.canShare = data => data.files.length === 1;
        navigator.share = data => {{
            shared.push([data.files[0].name, navigator.userActivation.isActive]);
            return {share};
        }};"
    ))
    .await;
}

#[test]
fn from_a_home_screen_sharing_comes_first_and_happens_inside_the_tap() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        installed(page, "Promise.resolve()").await;
        open(page, REMINDERS).await;
        let order = "return [...document.querySelectorAll('main form:first-of-type .ql-buttons button')].map(b => [b.id, b.className])";
        let found = page.js(order).await;
        assert_eq!(found[0], json!(["share-evenings", "ql-button"]), "{found}");
        assert_eq!(found[1], json!(["save-evenings", "ql-button is-second"]));
        page.click("#share-evenings").await;
        says(page, &word("ways", "outcome", "shared")).await;
        let shared = page.js("return shared").await;
        assert_eq!(shared[0][1], json!(true), "{shared}");
        assert!(shared[0][0].as_str().is_some_and(|name| name.ends_with("-reminders.ics")));
        assert_eq!(page.js("return files.length").await, json!(0));
    });
}

#[test]
fn a_share_that_is_refused_becomes_a_download_and_one_taken_back_says_nothing() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        installed(page, "Promise.reject(new DOMException('no', 'NotAllowedError'))").await;
        open(page, REMINDERS).await;
        page.click("#share-evenings").await;
        assert!(file(page).await.0.ends_with("-reminders.ics"));
    });
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        installed(page, "Promise.reject(new DOMException('no', 'AbortError'))").await;
        open(page, REMINDERS).await;
        page.click("#share-evenings").await;
        page.wait_for("the sheet", "return shared.length === 1").await;
        assert_eq!(page.js("return files.length").await, json!(0));
        assert_eq!(page.js_text("return document.querySelector('main form .ql-told').textContent").await, "");
    });
}

/// A page of another site around the screen.
async fn in_a_frame(page: &Page, path: &str, sandbox: &str) -> Site {
    let clinic = Site::serve(&dist(false));
    let address = page.site.url(path);
    clinic.put(
        "/clinic.html",
        format!(
            "<!doctype html><title>Clinic</title><link rel=icon href='data:,'>
            <iframe title='Restless legs check' {sandbox} src='{address}' width=340 height=760></iframe>"
        ),
    );
    page.go(&clinic.url("/clinic.html").replace("127.0.0.1", "localhost")).await;
    page.driver.enter_frame(0).await.expect("the frame");
    Check { page }.running().await;
    page.wait_for("the words", "return !!document.querySelector('main .ql-lead')").await;
    clinic
}

#[test]
fn in_a_frame_of_another_site_it_is_said_that_files_may_be_held_back_and_the_text_can_be_copied() {
    in_browser(PHONE, async |page| {
        page.expect_in_log("Clipboard");
        let _clinic = in_a_frame(page, REMINDERS, "").await;
        page.click("#save-evenings").await;
        says(page, &word("ways", "outcome", "framed")).await;
        page.click("#clip-evenings").await;
        page.see("#evenings-text").await;
        let text = page.js_text("return document.getElementById('evenings-text').value").await;
        assert!(text.starts_with("BEGIN:VCALENDAR"), "{text}");
        page.driver.enter_default_frame().await.expect("the page around");
    });
}

#[test]
fn in_a_frame_without_an_origin_the_text_stands_there_at_once() {
    in_browser(PHONE, async |page| {
        page.expect_in_log("Download is disallowed");
        page.site.header("Access-Control-Allow-Origin", "*");
        let _clinic = in_a_frame(page, REMINDERS, "sandbox='allow-scripts allow-forms'").await;
        page.click("#save-retest").await;
        page.see("#retest-text").await;
        says(page, &word("ways", "outcome", "sandboxed")).await;
        let text = page.js_text("return document.getElementById('retest-text').value").await;
        assert!(text.starts_with("BEGIN:VCALENDAR"), "{text}");
        page.driver.enter_default_frame().await.expect("the page around");
    });
}

#[test]
fn axe_finds_nothing_on_the_ways_out_when_there_is_something_to_hand_over() {
    in_browser(PHONE, async |page| {
        page.media(&[("prefers-reduced-motion", "reduce")]).await;
        with_many(page, 13).await;
        Check::begin(page, &somebody(), "answers").await;
        let mut found = Vec::new();
        open(page, CODE).await;
        found.extend(findings_in_all_themes(page, "code").await);
        open(page, RECORD).await;
        page.click("[aria-controls=who]").await;
        page.see("#own_name").await;
        found.extend(findings_in_all_themes(page, "record").await);
        open(page, REMINDERS).await;
        found.extend(findings_in_all_themes(page, "reminders").await);
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

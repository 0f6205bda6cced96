//! The code: a picture of the screen is read by a program that is not ours, and hostile names come out harmless.

use super::record::{answered, people};
use super::{CODE, PICTURE, RECORD, go, open, says, somebody};
use crate::harness::check::{ADD_AS_TYPED, Check, SEARCH};
use crate::harness::copies::{catch_files, file, with_many};
use crate::harness::page::Page;
use crate::harness::plan::Plan;
use crate::harness::{PHONE, in_browser};
use serde_json::{Value, json};
use thirtyfour::WebElement;

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
pub(super) async fn scanned(page: &Page) -> String {
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
fn the_largest_code_there_is_reads_off_a_screen_of_320_px() {
    in_browser(PHONE.wide(320), async |page| {
        let text = async || page.js_text("return document.getElementById('summary').textContent").await;
        with_medicines(page, &["x"]).await;
        open(page, CODE).await;
        let room = 1003 - text().await.len();
        let name: String = ('a'..='z').cycle().step_by(7).take(room + 1).collect();
        with_medicines(page, &[&name]).await;
        open(page, CODE).await;
        let said = text().await;
        assert_eq!(said.len(), 1003);
        page.see(&format!("{PICTURE}[viewBox='-4 -4 113 113']")).await;
        for direction in ["rtl", "ltr"] {
            page.js(&format!("document.documentElement.dir = '{direction}'")).await;
            let fits = page.js("return document.scrollingElement.scrollWidth <= innerWidth").await;
            assert_eq!(fits, json!(true), "from edge to edge and no further, {direction}");
        }
        assert_eq!(scanned(page).await, said);
    });
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

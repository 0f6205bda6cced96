//! How long the diary takes with two weeks, a year and ten years of nights: `make bench`. Prints, and asserts nothing about
//! time; what it asserts is that every measured step really happened.

use crate::diary::{SAVE, days_ago, open, save, strength};
use crate::harness::check::Check;
use crate::harness::page::Page;
use crate::harness::{PHONE, in_browser};
use serde_json::json;

/// Two weeks, a year, ten years.
const SIZES: [i32; 3] = [14, 365, 3652];
const ROUNDS: usize = 7;

/// Writes so many nights as the app writes them, out of one it wrote itself. Gives the bytes of all of them.
const FILL: &str = "
    const [count, model] = arguments;
    const day = (back) => { const d = new Date(); d.setHours(12); d.setDate(d.getDate() - back);
        return [d.getFullYear(), String(d.getMonth() + 1).padStart(2, '0'), String(d.getDate()).padStart(2, '0')].join('-'); };
    let bytes = 0;
    for (let back = 1; back <= count; back++) {
        const night = day(back);
        const text = JSON.parse(model); text.data.night = night; text.data.now.intensity = back * 7 % 11;
        const key = 'quiet-legs.night.' + night;
        localStorage.setItem(key, JSON.stringify(text));
        bytes += 2 * (key.length + localStorage.getItem(key).length);
    }
    return bytes";

/// Goes to an address and gives the milliseconds until something is drawn there and painted.
const GO: &str = "
    const [hash, css] = arguments;
    return (async () => {
        location.hash = '#/settings';
        const until = (test) => new Promise(done => { const look = () => test() ? done() : requestAnimationFrame(look); look(); });
        await until(() => document.querySelector('input[name=theme]'));
        const begun = performance.now();
        location.hash = hash;
        await until(() => document.querySelector(css));
        await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - begun;
    })()";

/// Saves the night that is open; gives the milliseconds until it says so.
const SAVE_IT: &str = "
    return (async () => {
        const begun = performance.now();
        document.querySelector('.ql-entry button[type=submit]').click();
        while (location.hash !== '#/diary/saved') await new Promise(done => setTimeout(done));
        return performance.now() - begun;
    })()";

fn middle(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

async fn go(page: &Page, hash: &str, css: &str) -> f64 {
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        times.push(page.js_with(GO, vec![json!(hash), json!(css)]).await.as_f64().expect("milliseconds"));
    }
    middle(&mut times)
}

/// One night as a person fills it in, and its text as the app wrote it.
async fn model(page: &Page) -> String {
    open(page, "").await;
    let night = days_ago(page, 1).await;
    open(page, &night).await;
    strength(page, 6).await;
    for id in ["start-falling_asleep", "activity-light", "caffeine-before_two", "alcohol-one"] {
        page.js_with("document.getElementById(arguments[0]).click()", vec![json!(id)]).await;
    }
    page.type_into("#at", "22:15").await;
    page.type_into("#lost", "50").await;
    save(page).await;
    page.js_text(&format!("return localStorage.getItem('quiet-legs.night.{night}')")).await
}

#[test]
#[ignore = "a measurement: make bench"]
fn the_diary_after_two_weeks_a_year_and_ten_years() {
    in_browser(PHONE, async |page| {
        let model = model(page).await;
        let mut first: Option<[f64; 3]> = None;
        for count in SIZES {
            let bytes = page.js_with(FILL, vec![json!(count), json!(model)]).await.as_f64().expect("bytes");
            Check::open_at(page, "/#/settings").await;
            let opened = go(page, "#/diary", ".ql-nights li").await;
            let mut saves = Vec::new();
            for round in 0..ROUNDS {
                page.js_with(GO, vec![json!("#/diary"), json!(SAVE)]).await;
                strength(page, u8::try_from(round % 10 + 1).unwrap_or(1)).await;
                saves.push(page.js(SAVE_IT).await.as_f64().expect("milliseconds"));
            }
            let saved = middle(&mut saves);
            let trends = go(page, "#/trends", "main table").await;
            let now = [opened, saved, trends];
            let begun = *first.get_or_insert(now);
            let ratio = |at: usize| now[at] / begun[at].max(0.1);
            println!(
                "diary with {count:>4} nights: open {opened:>6.1} ms ({:.1} x), save tonight {saved:>5.1} ms ({:.1} x), \
                 trends {trends:>6.1} ms ({:.1} x), {:.0} bytes a night",
                ratio(0),
                ratio(1),
                ratio(2),
                bytes / f64::from(count)
            );
            let kept =
                page.js("return Object.keys(localStorage).filter(k => k.startsWith('quiet-legs.night.')).length").await;
            assert!(kept.as_i64().unwrap_or(0) >= i64::from(count), "{kept}: the nights were there");
        }
    });
}

//! What the nights show: a sentence first, charts that everybody can read, the same as a table, and no more than the
//! nights allow.

use crate::harness::axe::findings_in_all_themes;
use crate::harness::check::Check;
use crate::harness::page::Page;
use crate::harness::{PHONE, in_browser};
use serde_json::{Value, json};

/// Puts nights on the device: `[days ago, strength, time or "", medicines]`, and changes: `[days ago, what, name]`.
const KEEP: &str = "const iso = ago => { const d = new Date(); d.setHours(12); d.setDate(d.getDate() - ago);
        return [d.getFullYear(), String(d.getMonth() + 1).padStart(2, '0'), String(d.getDate()).padStart(2, '0')].join('-') };
    const t = '2026-11-01T08:00:00Z', times = { created: t, edited: t };
    const keep = (key, kind, data) =>
        localStorage.setItem('quiet-legs.' + key, JSON.stringify({ app: 'quiet-legs', kind, version: 1, saved: t, data }));
    for (const [ago, intensity, at, taken] of arguments[0]) {
        const now = { intensity };
        if (at) now.at = at;
        if (taken) now.taken = taken;
        now.lost = intensity * 10;
        keep('night.' + iso(ago), 'night', { night: iso(ago), now: { ...now, ...times } });
    }
    for (const [ago, what, name] of arguments[1])
        keep('change.c' + ago, 'change', { now: { what, ...(name ? { name } : {}), day: iso(ago), ...times } });";

/// Nights and changes on the device, and the trends open.
async fn open(page: &Page, nights: Value, changes: Value) {
    page.put_and_open("/probe.html", "").await;
    page.js_with(KEEP, vec![nights, changes]).await;
    Check::open_at(page, "/#/trends").await;
    page.see(".ql-lead").await;
}

/// So many nights, one without an entry, with symptoms that begin earlier from night to night.
fn nights(count: i32, medicine: &str) -> Value {
    let one = |ago: i32| {
        let minutes = 21 * 60 + (ago % 14) * 6;
        let taken = if ago % 2 == 0 { vec![medicine] } else { Vec::new() };
        json!([ago, ago % 5 + 1, format!("{}:{:02}", minutes / 60, minutes % 60), taken])
    };
    (1..=count).filter(|ago| *ago != 6).map(one).collect()
}

#[test]
fn the_sentence_comes_first_and_every_bar_stands_in_the_table() {
    in_browser(PHONE, async |page| {
        open(page, nights(20, "Magnesium"), json!([])).await;
        assert!(page.text(".ql-lead").await.starts_with("In the last 14 days you had symptoms on all 13 nights"));
        let first = "return document.querySelector('h1').compareDocumentPosition(document.querySelector('.ql-lead'))
            + ':' + document.querySelector('.ql-lead').compareDocumentPosition(document.querySelector('.ql-chart'))";
        assert_eq!(page.js_text(first).await, "4:4");
        let rows = page.js("return [...document.querySelectorAll('#table tbody tr')].map(r => r.textContent)").await;
        let rows: Vec<&str> = rows.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert_eq!(rows.len(), 14, "{rows:?}");
        assert_eq!(rows.iter().filter(|row| row.contains("no entry")).count(), 1, "{rows:?}");
        let said = page.js_text("return document.querySelector('.ql-weeks').getAttribute('aria-label')").await;
        let script = "return [...document.querySelectorAll('#table tbody tr')].map(r => {
            const [night, strength] = [...r.children].map(c => c.textContent); return night + ': ' + strength })";
        for night in page.js(script).await.as_array().into_iter().flatten().filter_map(Value::as_str) {
            assert!(said.contains(night), "{night} is not in {said}");
        }
        let drawn = "const shown = [...document.querySelectorAll('#nightly svg')].filter(s => s.checkVisibility());
            return [shown.length, shown.flatMap(s => [...s.querySelectorAll('.ql-figure')]).map(t => t.textContent).join('')]";
        assert_eq!(page.js(drawn).await, json!([2, "54321543–15432"]));
    });
}

#[test]
fn below_seven_nights_nothing_is_summed_up_and_what_there_is_is_shown() {
    in_browser(PHONE, async |page| {
        open(page, nights(3, "Magnesium"), json!([])).await;
        assert_eq!(page.text(".ql-lead").await, "You have 3 nights. After 7 we can show a first picture.");
        assert!(page.sees("main .ql-panel a[href='#/diary']").await);
        assert!(page.sees(".ql-weeks").await && page.sees("#table").await);
        assert!(!page.sees(".ql-middles").await && !page.sees("#with-and-without").await);
    });
}

#[test]
fn opening_reads_no_more_nights_than_it_shows() {
    in_browser(PHONE, async |page| {
        page.before_every_load(
            "window.read_nights = new Set(); const get = Storage.prototype.getItem;
            Storage.prototype.getItem = function (key) {
                if (String(key).startsWith('quiet-legs.night.')) read_nights.add(key);
                return get.call(this, key) }",
        )
        .await;
        open(page, nights(400, "Magnesium"), json!([])).await;
        page.see("#table").await;
        let read = page.js("return read_nights.size").await.as_u64().unwrap_or(u64::MAX);
        assert!((14..=17).contains(&read), "{read} nights were read for 14");
    });
}

#[test]
fn earlier_nights_stay_within_reach_and_the_focus_is_not_lost() {
    in_browser(PHONE, async |page| {
        open(page, nights(40, "Magnesium"), json!([])).await;
        let focus = "return document.activeElement.textContent";
        for _ in 0..2 {
            page.click("#earlier-nights").await;
        }
        assert_eq!(page.text("h1").await, "Earlier nights");
        assert!(page.js_text("return document.title").await.starts_with("Earlier nights"));
        assert!(page.text(".ql-lead").await.starts_with("In the 14 days shown"));
        assert!(!page.sees("#earlier-nights").await, "the diary begins here");
        page.wait_for("the focus to be kept", "return document.activeElement.id === 'later-nights'").await;
        for _ in 0..2 {
            page.click("#later-nights").await;
        }
        page.wait_for("the focus to be kept", "return document.activeElement.id === 'earlier-nights'").await;
        assert_eq!(page.js_text(focus).await, "Earlier nights");
        page.js("[...document.querySelectorAll('.ql-turn')].at(-1).click()").await;
        assert_eq!(page.text("h1").await, "Your last 90 nights");
        assert_eq!(page.js("return document.querySelectorAll('#table tbody tr').length").await, json!(90));
    });
}

#[test]
fn starting_earlier_and_earlier_is_told_only_to_whom_takes_what_can_do_it() {
    in_browser(PHONE, async |page| {
        let nights = |medicine: &str| {
            let at = |ago: i32| format!("{}:{:02}", 21 + ago * 8 / 60, ago * 8 % 60);
            let one = |ago: i32| json!([ago, 5, at(ago), vec![medicine]]);
            (1..=14).map(one).collect::<Value>()
        };
        open(page, nights("Magnesium"), json!([])).await;
        assert!(page.text("#starting").await.contains("minutes earlier than in the first 7"));
        assert!(!page.sees("#starting .ql-inset").await);
        open(page, nights("Pramipexole"), json!([])).await;
        let says = page.text("#starting .ql-inset").await;
        assert!(
            says.contains("do not stop it suddenly") && says.contains("tell the person who prescribed it"),
            "{says}"
        );
        page.click("#starting .ql-inset a").await;
        page.wait_for("the list of medicines", "return location.hash === '#/check/medicines'").await;
    });
}

#[test]
fn a_change_is_compared_when_it_is_judged_and_not_before() {
    in_browser(PHONE, async |page| {
        open(page, nights(40, "Magnesium"), json!([[20, "dose", "Sertraline"], [30, "iron_tablets", ""]])).await;
        let text = page.text("#around").await;
        assert!(text.contains("a dose changed, Sertraline") && text.contains("This does not show that one caused"));
        let counts = "return ['.is-hollow', ':not(.is-hollow)'].map(c =>
            document.querySelectorAll('#around .ql-dot' + c).length)";
        assert_eq!(page.js(counts).await, json!([20, 19]));
        let below = "return document.querySelector('#around .ql-chart').nextElementSibling.textContent";
        assert!(page.js_text(below).await.contains("This does not show that one caused the other."));
        page.click("[aria-controls=choose-day]").await;
        let pick = "const s = document.getElementById('compare-change'); s.value = '1';
            s.dispatchEvent(new Event('change', { bubbles: true }))";
        page.js(pick).await;
        let text = page.text("#around").await;
        assert!(text.contains("Studies judged iron tablets at about 12 weeks"), "{text}");
        assert!(text.contains("That is in 54 days.") && !page.sees("#around .ql-chart").await, "{text}");
    });
}

#[test]
fn any_day_can_be_compared_around_and_one_to_come_is_refused_in_words() {
    in_browser(PHONE, async |page| {
        open(page, nights(30, "Magnesium"), json!([])).await;
        page.click("[aria-controls=choose-day]").await;
        let choose = |ago: i32| {
            format!(
                "const d = new Date(); d.setHours(12); d.setDate(d.getDate() - {ago});
                const i = document.getElementById('compare-day'); i.value = d.toISOString().slice(0, 10);
                i.dispatchEvent(new Event('change', {{ bubbles: true }}))"
            )
        };
        page.js(&choose(-3)).await;
        assert!(page.text("#around [role=status]").await.contains("not in the future"));
        assert!(page.js_text("return document.getElementById('compare-day').value").await.len() == 10);
        page.js(&choose(10)).await;
        assert_eq!(page.text("#around [role=status]").await, "");
        assert!(page.text("#around").await.contains("on the 20 nights before"));
    });
}

#[test]
fn nights_with_and_without_show_both_counts_both_middles_and_no_cause() {
    in_browser(PHONE, async |page| {
        open(page, nights(14, "Magnesium"), json!([])).await;
        page.click("[aria-controls=all-compared]").await;
        let pair = page.text(".ql-pair").await;
        assert!(pair.contains("With Magnesium") && pair.contains("6 nights") && pair.contains("7 nights"), "{pair}");
        assert!(pair.matches("middle ").count() == 2 && pair.contains("Do not stop or change a medicine"), "{pair}");
        assert!(pair.contains("does not show that Magnesium caused it"), "{pair}");
        assert!(page.text("#with-and-without").await.contains("Nights next to each other are alike"));
    });
}

/// A diary with everything on the screen, all of it open.
async fn open_all(page: &Page) {
    open(page, nights(40, "Pramipexole"), json!([[20, "dose", "Sertraline"]])).await;
    page.js("document.querySelectorAll('main .ql-disclose[aria-expanded=false]').forEach(b => b.click())").await;
}

#[test]
fn axe_finds_nothing_on_the_trends_in_any_theme() {
    in_browser(PHONE, async |page| {
        page.media(&[("prefers-reduced-motion", "reduce")]).await;
        open_all(page).await;
        let mut found = findings_in_all_themes(page, "trends").await;
        Check::open_at(page, "/#/diary").await;
        page.see(".ql-weeks").await;
        found.extend(findings_in_all_themes(page, "diary with its strip").await);
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

#[test]
fn charts_fit_every_width_with_letters_of_15_px_and_bars_of_30_at_most() {
    for width in [320, 360, 1280] {
        in_browser(PHONE.wide(width), async |page| {
            open_all(page).await;
            let script = "const see = s => [...document.querySelectorAll(s)].filter(e => e.checkVisibility());
                return [document.scrollingElement.scrollWidth <= innerWidth,
                    Math.min(...see('.ql-chart text, .ql-below').map(e => parseFloat(getComputedStyle(e).fontSize))),
                    Math.max(...see('.ql-bar').map(e => e.getBoundingClientRect().width)) <= 30.01,
                    see('.ql-chart text').filter(e => { const b = e.getBoundingClientRect();
                        return b.left < 0 || b.right > innerWidth }).length]";
            assert_eq!(page.js(script).await, json!([true, 15, true, 0]), "at {width} px");
        });
    }
}

#[test]
fn no_two_letters_of_a_strip_touch_on_the_narrowest_phone() {
    in_browser(PHONE.wide(320), async |page| {
        open_all(page).await;
        let script = "const lines = {}; const svg = document.querySelector('#nightly svg');
            for (const t of svg.querySelectorAll('text:not(.ql-figure)')) {
                const b = t.getBoundingClientRect();
                if (b.width) (lines[t.getAttribute('y')] ??= []).push(b);
            }
            return Object.values(lines).every(l => l.every((b, i) => !i || b.left > l[i - 1].right))";
        assert_eq!(page.js(script).await, json!(true));
    });
}

#[test]
fn in_forced_colours_bars_dots_and_letters_have_the_colour_of_text() {
    in_browser(PHONE, async |page| {
        open_all(page).await;
        page.media(&[("forced-colors", "active")]).await;
        let script =
            "const probe = document.createElement('i'); probe.style.color = 'CanvasText'; document.body.append(probe);
            const ink = getComputedStyle(probe).color;
            return ['.ql-bar', '.ql-dot:not(.is-hollow)', '.ql-chart text:not(.ql-figure)', '.ql-figure'].map(s =>
                getComputedStyle(document.querySelector(s)).fill === ink)";
        assert_eq!(page.js(script).await, json!([true, true, true, true]));
    });
}

#[test]
fn a_print_shows_everything_and_nothing_to_tap() {
    in_browser(PHONE.wide(1280), async |page| {
        open(page, nights(40, "Magnesium"), json!([[20, "dose", "Sertraline"]])).await;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        let shown =
            "return ['.ql-control', '.ql-disclose', '.ql-choosing', '#all-compared', '#around-numbers', '.ql-weeks']
            .map(s => document.querySelector(s).checkVisibility())";
        assert_eq!(page.js(shown).await, json!([false, false, false, true, true, true]));
        let ground = "return getComputedStyle(document.documentElement).backgroundColor";
        assert_eq!(page.js_text(ground).await, "rgb(255, 255, 255)");
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
    });
}

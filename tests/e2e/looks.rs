//! What a person's own settings ask for: night from every page and at once, forced colours, reduced motion, zoom.

use crate::harness::check::{Check, THEME};
use crate::harness::page::Page;
use crate::harness::plan::Plan;
use crate::harness::tour::HUB;
use crate::harness::{PHONE, in_browser};
use serde_json::{Value, json};

async fn theme(page: &Page) -> Value {
    page.js("return document.documentElement.dataset.theme ?? null").await
}

#[test]
fn the_night_view_is_one_tap_away_on_every_page_and_stays() {
    in_browser(PHONE, async |page| {
        let check = Check::open(page).await;
        page.click(THEME).await;
        assert_eq!(theme(page).await, json!("night"));
        check.reload().await;
        assert_eq!(theme(page).await, json!("night"));
        for (path, name) in HUB {
            Check::open_at(page, path).await;
            assert!(page.sees(THEME).await, "{name} has no way to the night view");
            assert_eq!(theme(page).await, json!("night"), "{name}");
        }
        Check::open_at(page, "/#/check/who").await;
        page.click(THEME).await;
        assert_ne!(theme(page).await, json!("night"));
    });
}

/// Notes the theme and the ground of every frame that shows text.
const NOTE_FRAMES: &str = "window.frames_seen = [];
    const note = () => {
        if (document.body?.innerText.trim()) {
            const ground = e => getComputedStyle(e).backgroundColor;
            const both = [ground(document.body), ground(document.documentElement)];
            frames_seen.push([document.documentElement.dataset.theme ?? '', both.find(c => c !== 'rgba(0, 0, 0, 0)') ?? 'none']);
        }
        if (frames_seen.length < 40) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);";

#[test]
fn a_stored_night_view_is_there_in_the_first_frame_without_a_white_flash() {
    in_browser(PHONE, async |page| {
        let check = Check::open(page).await;
        page.click(THEME).await;
        assert_eq!(theme(page).await, json!("night"));
        page.before_every_load(NOTE_FRAMES).await;
        page.site.hold(".wasm");
        page.reload().await;
        page.wait_for("some frames", "return frames_seen.length > 5").await;
        page.site.release();
        check.running().await;
        let frames = page.js("return [...new Set(frames_seen.map(String))]").await;
        assert_eq!(frames, json!(["night,rgb(18, 8, 6)"]), "theme and ground, frame by frame");
    });
}

#[test]
fn the_dark_theme_of_the_device_is_there_in_the_first_frame() {
    in_browser(PHONE, async |page| {
        page.media(&[("prefers-color-scheme", "dark")]).await;
        page.before_every_load(NOTE_FRAMES).await;
        page.site.hold(".wasm");
        page.open("/").await;
        page.wait_for("some frames", "return frames_seen.length > 5").await;
        page.site.release();
        let frames = page.js("return [...new Set(frames_seen.map(f => f[1]))]").await;
        assert_eq!(frames, json!(["rgb(25, 23, 21)"]));
    });
}

#[test]
fn in_forced_colours_a_chosen_answer_still_differs_and_controls_have_edges() {
    in_browser(PHONE, async |page| {
        page.media(&[("forced-colors", "active")]).await;
        let check = Check::begin(page, &Plan::fits(), "urge").await;
        check.choose("c1", "yes").await;
        let script =
            "const look = e => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth].join(' ') };
            const label = code => document.querySelector(`label:has(input[value='${code}'])`);
            document.activeElement.blur();
            const mark = e => getComputedStyle(e.querySelector('.ql-mark')).borderTopWidth;
            return [look(label('yes')), look(label('no')), mark(label('no'))]";
        let seen = page.js(script).await;
        assert_ne!(seen[0], seen[1], "chosen and not chosen look the same");
        assert!(seen[0].as_str().is_some_and(|s| s.starts_with("solid")), "{seen}");
        assert_ne!(seen[2], json!("0px"), "the mark has no border");
        let button = page.js("return getComputedStyle(document.querySelector('main .ql-button')).borderTopStyle").await;
        assert_eq!(button, json!("solid"), "a button without a border is text in forced colours");
    });
}

#[test]
fn under_reduced_motion_and_at_night_nothing_moves() {
    in_browser(PHONE, async |page| {
        let moving = "return [...document.querySelectorAll('*')].filter(e => {
                const s = getComputedStyle(e);
                const long = t => t.split(',').some(part => parseFloat(part) > 0);
                return long(s.transitionDuration) || (s.animationName !== 'none' && long(s.animationDuration));
            }).map(e => e.outerHTML.slice(0, 100))";
        page.media(&[("prefers-reduced-motion", "reduce")]).await;
        let check = Check::begin(page, &Plan::fits(), "impact").await;
        assert_eq!(page.js(moving).await, json!([]));
        page.media(&[]).await;
        page.click(THEME).await;
        assert_eq!(theme(page).await, json!("night"));
        assert_eq!(page.js(moving).await, json!([]));
        check.answer_until(&Plan::fits(), "answers").await;
        assert_eq!(page.js(moving).await, json!([]));
    });
}

#[test]
fn text_spacing_of_a_persons_own_cuts_nothing_off() {
    in_browser(PHONE.wide(320), async |page| {
        let check = Check::begin(page, &Plan::fits(), "impact").await;
        page.js(OWN_SPACING).await;
        for _ in 0..2 {
            assert_eq!(page.js(CUT_OFF).await, json!([]));
            check.answer_until(&Plan::fits(), "answers").await;
        }
    });
}

/// The text spacing of WCAG 1.4.12, put in past the policy as a browser extension does.
const OWN_SPACING: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }');
    document.adoptedStyleSheets = [sheet]";

const CUT_OFF: &str = "const cut = [...document.querySelectorAll('main *')].filter(e => {
        const s = getComputedStyle(e);
        return e.checkVisibility() && !e.closest('.ql-hidden') && s.overflow !== 'visible' && e.clientHeight > 1
            && e.localName !== 'input' && e.localName !== 'select'
            && (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2);
    });
    if (document.scrollingElement.scrollWidth > innerWidth) cut.push(document.documentElement);
    return cut.map(e => e.outerHTML.slice(0, 120))";

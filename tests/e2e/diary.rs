//! The diary keeps what a tired person enters: one tap and Save, over reloads, in two tabs, and where storage is full or
//! blocked.

use crate::harness::check::{Check, NOT_SAVED};
use crate::harness::chromium::Kind;
use crate::harness::page::Page;
use crate::harness::{PHONE, in_browser};
use serde_json::{Value, json};

/// The button that saves a night.
pub const SAVE: &str = ".ql-entry button[type=submit]";
/// The heading after saving.
const SAVED: &str = "return location.hash === '#/diary/saved' && document.querySelector('h1').textContent === 'Saved'";

/// Opens the diary, at a night (`2026-11-20`) or at the one to note now.
pub async fn open(page: &Page, night: &str) {
    let path = if night.is_empty() { "/#/diary".to_owned() } else { format!("/#/diary/{night}") };
    Check::open_at(page, &path).await;
    page.see(SAVE).await;
}

/// Taps a strength.
pub async fn strength(page: &Page, value: u8) {
    let id = if value == 0 { "#strength".to_owned() } else { format!("#strength-{value}") };
    page.js_with("document.querySelector(arguments[0]).click()", vec![json!(id)]).await;
}

/// Saves and waits until it says so.
pub async fn save(page: &Page) {
    page.click(SAVE).await;
    page.wait_for("the night to be saved", SAVED).await;
}

/// So many days before today, as a date.
pub async fn days_ago(page: &Page, days: i32) -> String {
    let script = "const d = new Date(); d.setHours(12); d.setDate(d.getDate() - arguments[0]);
        return [d.getFullYear(), String(d.getMonth() + 1).padStart(2, '0'), String(d.getDate()).padStart(2, '0')].join('-')";
    page.js_with(script, vec![json!(days)]).await.as_str().unwrap_or_default().to_owned()
}

/// What is kept of a night.
pub async fn kept(page: &Page, night: &str) -> Value {
    let script = "return JSON.parse(localStorage.getItem('quiet-legs.night.' + arguments[0]) || 'null')";
    page.js_with(script, vec![json!(night)]).await["data"].clone()
}

#[test]
fn one_tap_and_save_is_a_night_and_it_says_which() {
    in_browser(PHONE, async |page| {
        open(page, "").await;
        let lead = page.text(".ql-night").await;
        assert!(
            lead.contains(" to ") && lead.contains(&days_ago(page, 0).await[..4]) || lead.contains(" to "),
            "{lead}"
        );
        strength(page, 6).await;
        save(page).await;
        assert!(page.text("main").await.contains("You can close this."));
        let keys = page.js("return Object.keys(localStorage).filter(k => k.startsWith('quiet-legs.night.'))").await;
        let night = keys[0].as_str().unwrap_or_default().replace("quiet-legs.night.", "");
        assert_eq!(kept(page, &night).await["now"]["intensity"], json!(6));
        Check::open_at(page, "/#/diary").await;
        page.see(&format!("[href='#/diary/{night}'], .ql-entry")).await;
    });
}

#[test]
fn a_save_without_a_strength_says_what_is_missing_and_keeps_what_was_entered() {
    in_browser(PHONE, async |page| {
        let night = days_ago(page_ready(page).await, 3).await;
        open(page, &night).await;
        page.type_into("#lost", "9999").await;
        page.type_into("#at", "25:70").await;
        page.click(SAVE).await;
        page.see("#errors").await;
        let errors = page.text("#errors").await;
        assert!(errors.contains("0 to 10") && errors.contains("22:15") && errors.contains("600"), "{errors}");
        assert!(page.title_has_error().await);
        assert_eq!(kept(page, &night).await, Value::Null);
        assert_eq!(page.js_text("return document.getElementById('lost').value").await, "9999");
    });
}

/// A page of the site, so that scripts have an origin.
async fn page_ready(page: &Page) -> &Page {
    page.put_and_open("/probe.html", "").await;
    page
}

#[test]
fn a_half_filled_entry_is_still_there_after_a_reload_and_after_a_walk_through_the_site() {
    in_browser(PHONE, async |page| {
        let night = days_ago(page_ready(page).await, 2).await;
        open(page, &night).await;
        page.type_into("#at", "23").await;
        strength(page, 4).await;
        page.reload().await;
        page.see(SAVE).await;
        assert_eq!(page.js_text("return document.getElementById('at').value").await, "23");
        page.open("/#/settings").await;
        page.see("main h1").await;
        page.open("/#/diary").await;
        page.see(SAVE).await;
        assert_eq!(page.js_text("return document.getElementById('at').value").await, "23");
        save(page).await;
        let entry = kept(page, &night).await;
        assert_eq!((&entry["now"]["at"], &entry["now"]["intensity"]), (&json!("23:00"), &json!(4)));
    });
}

#[test]
fn an_edit_keeps_the_version_before_and_a_deleted_night_can_be_brought_back() {
    in_browser(PHONE, async |page| {
        let night = days_ago(page_ready(page).await, 2).await;
        open(page, &night).await;
        strength(page, 3).await;
        save(page).await;
        open(page, &night).await;
        strength(page, 8).await;
        save(page).await;
        let entry = kept(page, &night).await;
        assert_eq!((&entry["now"]["intensity"], &entry["before"]["intensity"]), (&json!(8), &json!(3)));
        open(page, &night).await;
        page.click("[aria-controls='delete-night']").await;
        assert!(page.text("#delete-night").await.contains("strength 8"));
        page.click("#delete-night .is-delete").await;
        page.wait_for("the night to be gone", &format!("return !localStorage.getItem('quiet-legs.night.{night}')"))
            .await;
        page.click(".ql-banner button").await;
        page.wait_for("the night to be back", &format!("return !!localStorage.getItem('quiet-legs.night.{night}')"))
            .await;
        assert_eq!(kept(page, &night).await["now"]["intensity"], json!(8));
    });
}

#[test]
fn an_entry_moves_to_another_night_and_never_over_one_that_has_an_entry() {
    in_browser(PHONE, async |page| {
        let (from, to, taken) = {
            let page = page_ready(page).await;
            (days_ago(page, 2).await, days_ago(page, 4).await, days_ago(page, 5).await)
        };
        for (night, value) in [(&from, 3), (&taken, 9)] {
            open(page, night).await;
            strength(page, value).await;
            save(page).await;
        }
        open(page, &from).await;
        strength(page, 4).await;
        page.click("[aria-controls='which-night']").await;
        let choose =
            "const n = document.getElementById('night'); n.value = arguments[0]; n.dispatchEvent(new Event('change'))";
        page.js_with(choose, vec![json!(taken)]).await;
        page.wait_for(
            "a word about the taken night",
            "return document.querySelector('.ql-which').textContent.includes('already')",
        )
        .await;
        page.js_with(choose, vec![json!(to)]).await;
        page.wait_for("the other night", &format!("return location.hash.endsWith('{to}')")).await;
        page.see(SAVE).await;
        save(page).await;
        assert_eq!(kept(page, &from).await, Value::Null);
        assert_eq!(kept(page, &to).await["now"]["intensity"], json!(4));
        assert_eq!(kept(page, &taken).await["now"]["intensity"], json!(9));
    });
}

#[test]
fn a_night_that_has_not_come_is_refused_in_words() {
    in_browser(PHONE, async |page| {
        let night = days_ago(page_ready(page).await, -3).await;
        Check::open_at(page, &format!("/#/diary/{night}")).await;
        page.wait_for("a word about it", "return document.querySelector('main').textContent.includes('not come yet')")
            .await;
        assert!(!page.sees(SAVE).await);
    });
}

/// Saves nights in this tab, nearly as fast as Chromium lets a page go from address to address (200 in 10 s, after which it
/// drops them); `window.done` counts.
const SAVE_MANY: &str = "
    window.done = 0;
    const until = async (test) => { while (!test()) await new Promise(r => setTimeout(r, 2)); };
    (async (nights, values) => {
        for (let i = 0; i < nights.length; i++) {
            const begun = performance.now();
            location.hash = '#/diary/' + nights[i];
            await until(() => document.querySelector('.ql-entry') && document.querySelector('.ql-night')
                && location.hash.endsWith(nights[i]) && window.at === nights[i]);
            const v = values[i];
            const pick = document.getElementById(v ? 'strength-' + v : 'strength');
            if (!pick.checked) pick.click();
            document.querySelector('.ql-entry button[type=submit]').click();
            await until(() => location.hash === '#/diary/saved');
            await new Promise(r => setTimeout(r, begun + 110 - performance.now()));
            window.done++;
        }
    })(arguments[0], arguments[1]).catch(e => { window.done = String(e); });
    return true";

/// Tells the loop above which night the screen shows.
const FOLLOW: &str = "
    window.at = '';
    addEventListener('hashchange', () => setTimeout(() => { window.at = location.hash.split('/').pop(); }, 5));
    return true";

#[test]
fn five_hundred_saves_from_two_tabs_lose_no_night() {
    in_browser(PHONE, async |page| {
        let own = |first: i32, step: i32| (0..150).map(move |i| first + i * step).collect::<Vec<i32>>();
        let mut plans = [own(1, 2), own(2, 2)];
        // Every third save is of a night that both tabs write.
        for plan in &mut plans {
            plan.extend((0..100).map(|i| 400 + i % 10));
        }
        open(page, "").await;
        let first = page.driver.window().await.expect("the first tab");
        let second = page.driver.new_window().await.expect("a second window");
        let windows = [first, second];
        let mut wanted: Vec<(String, u8)> = Vec::new();
        for (window, plan) in windows.iter().zip(&plans) {
            page.driver.switch_to_window(window.clone()).await.expect("its window");
            if window == &windows[1] {
                open(page, "").await;
            }
            page.js(FOLLOW).await;
            let mut nights = Vec::new();
            let mut values = Vec::new();
            for (at, days) in plan.iter().enumerate() {
                let value = u8::try_from(1 + (at * 7 + usize::try_from(*days).unwrap_or(0)) % 10).unwrap_or(1);
                nights.push(days_ago(page, *days).await);
                values.push(value);
                if *days < 400 {
                    wanted.push((nights[at].clone(), value));
                }
            }
            page.js_with(SAVE_MANY, vec![json!(nights), json!(values)]).await;
        }
        for window in &windows {
            page.driver.switch_to_window(window.clone()).await.expect("its window");
            for _ in 0..400 {
                let done = page.js("return window.done").await;
                assert!(done.is_number(), "{done}");
                if done == json!(250) {
                    break;
                }
                tokio::time::sleep(std::time::Duration::from_millis(500)).await;
            }
            assert_eq!(page.js("return window.done").await, json!(250));
        }
        for (night, value) in &wanted {
            assert_eq!(kept(page, night).await["now"]["intensity"], json!(value), "{night}");
        }
        // A night that both wrote holds the two latest saves of all, whichever tab they came from.
        for days in 400..410 {
            let night = days_ago(page, days).await;
            let entry = kept(page, &night).await;
            assert!(
                entry["now"]["intensity"].is_number() && entry["before"]["intensity"].is_number(),
                "{night}: {entry}"
            );
            let (now, before) = (entry["now"]["edited"].to_string(), entry["before"]["edited"].to_string());
            assert!(now >= before, "{night}: the later edit counts");
        }
    });
}

#[test]
fn another_tab_is_followed_but_an_entry_being_filled_in_is_not_written_over() {
    in_browser(PHONE, async |page| {
        let night = days_ago(page_ready(page).await, 2).await;
        open(page, &night).await;
        let first = page.driver.window().await.expect("the first tab");
        let second = page.driver.new_tab().await.expect("a second tab");
        page.driver.switch_to_window(second.clone()).await.expect("the second tab");
        open(page, &night).await;
        strength(page, 7).await;
        save(page).await;
        page.driver.switch_to_window(first.clone()).await.expect("the first tab");
        page.wait_for("the other tab's entry", "return document.getElementById('strength-7').checked").await;
        page.click("[aria-controls='more']").await;
        page.type_into("#note", "half a thought").await;
        page.driver.switch_to_window(second).await.expect("the second tab");
        open(page, &night).await;
        strength(page, 2).await;
        save(page).await;
        page.driver.switch_to_window(first).await.expect("the first tab");
        page.wait_for(
            "word of the other tab",
            "return document.querySelector('main').textContent.includes('Another tab')",
        )
        .await;
        assert_eq!(page.js_text("return document.getElementById('note').value").await, "half a thought");
        save(page).await;
        let entry = kept(page, &night).await;
        assert_eq!((&entry["now"]["intensity"], &entry["before"]["intensity"]), (&json!(7), &json!(2)));
        assert_eq!(entry["now"]["note"], json!("half a thought"));
    });
}

#[test]
fn where_storage_is_full_the_night_waits_in_memory_and_saves_itself_when_there_is_room() {
    in_browser(PHONE, async |page| {
        let night = days_ago(page_ready(page).await, 2).await;
        open(page, &night).await;
        page.js("let size = 1 << 22, n = 0;
            while (size > 0) { try { localStorage.setItem('fill' + n++, 'x'.repeat(size)) } catch { size >>= 1 } }")
            .await;
        strength(page, 5).await;
        save(page).await;
        assert_eq!(kept(page, &night).await, Value::Null);
        page.js("location.hash = '#/diary'").await;
        page.see(NOT_SAVED).await;
        assert!(page.text("main").await.contains("in memory only"));
        page.see(&format!("[href='#/diary/{night}']")).await;
        page.js("Object.keys(localStorage).filter(k => k.startsWith('fill')).forEach(k => localStorage.removeItem(k))")
            .await;
        page.wait_for(
            "the night to save itself",
            &format!("return !!localStorage.getItem('quiet-legs.night.{night}')"),
        )
        .await;
        assert_eq!(kept(page, &night).await["now"]["intensity"], json!(5));
    });
}

#[test]
fn where_storage_is_blocked_it_says_so_before_the_first_entry_and_works_in_memory() {
    in_browser(PHONE.of_kind(Kind::StorageBlocked), async |page| {
        open(page, "").await;
        page.see(NOT_SAVED).await;
        strength(page, 5).await;
        save(page).await;
        page.js("location.hash = '#/diary'").await;
        page.see(SAVE).await;
        assert!(page.js("return document.getElementById('strength-5').checked || document.querySelector('.ql-nights').textContent.includes('Symptoms')").await == json!(true));
    });
}

#[test]
fn a_night_of_a_newer_release_and_one_that_is_broken_are_told_and_never_lost() {
    in_browser(PHONE, async |page| {
        let page = page_ready(page).await;
        let (newer, broken) = (days_ago(page, 2).await, days_ago(page, 3).await);
        let put = "localStorage.setItem('quiet-legs.night.' + arguments[0], arguments[1])";
        let text = r#"{"app":"quiet-legs","kind":"night","version":99,"saved":"x","data":{"new":1}}"#;
        page.js_with(put, vec![json!(newer), json!(text)]).await;
        page.js_with(put, vec![json!(broken), json!("{\"half")]).await;
        open(page, &newer).await;
        page.wait_for(
            "word of the newer release",
            "return document.querySelector('main').textContent.includes('newer version')",
        )
        .await;
        strength(page, 5).await;
        save(page).await;
        let there = format!("return localStorage.getItem('quiet-legs.night.{newer}')");
        assert_eq!(page.js_text(&there).await, text, "written over");
        open(page, &broken).await;
        page.wait_for(
            "word of the broken night",
            "return document.querySelector('main').textContent.includes('could not read')",
        )
        .await;
        strength(page, 4).await;
        save(page).await;
        assert_eq!(kept(page, &broken).await["now"]["intensity"], json!(4));
        let aside = "return Object.keys(localStorage).filter(k => k.startsWith('quiet-legs.quarantine.')).map(k => localStorage.getItem(k)).join()";
        assert_eq!(page.js_text(aside).await, "{\"half");
    });
}

#[test]
fn do_not_keep_holds_nights_in_memory_and_turning_it_on_writes_them() {
    in_browser(PHONE, async |page| {
        Check::open_at(page, "/#/settings").await;
        page.click("input[name=keep][value=no]").await;
        let night = days_ago(page, 2).await;
        page.js_with("location.hash = '#/diary/' + arguments[0]", vec![json!(night)]).await;
        page.see(SAVE).await;
        page.see(NOT_SAVED).await;
        strength(page, 7).await;
        save(page).await;
        assert_eq!(kept(page, &night).await, Value::Null);
        page.js("location.hash = '#/settings'").await;
        page.click("input[name=keep][value=yes]").await;
        page.wait_for("the night to be written", &format!("return !!localStorage.getItem('quiet-legs.night.{night}')"))
            .await;
        assert_eq!(kept(page, &night).await["now"]["intensity"], json!(7));
    });
}
